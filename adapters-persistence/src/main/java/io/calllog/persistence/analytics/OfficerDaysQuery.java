package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OfficerDaysQuery(ReportFilter filter, Reach reach, Paging<ByName> paging)
    implements ReportQuery<Slice<OfficerDays, ByName>> {

  private record Row(OfficerDays officer, String sortName) {}

  @Override
  public String sql(Parameters parameters) {
    String rows =
        "d.officer_id = o.id AND " + OfficerDayConditions.all(parameters, filter, reach).sql();
    String active = "EXISTS (SELECT FROM officer_days d WHERE %s AND d.calls > 0)".formatted(rows);
    String total =
        paging.counted()
            ? "(SELECT count(*) FROM (SELECT FROM officers o WHERE %s LIMIT %s) counted)"
                .formatted(active, parameters.bind(Total.EXACT_UP_TO + 1))
            : "0";
    return """
    SELECT time_zone, %s AS total, o.id, o.name, o.sort_name, day, %s, calls, connected, seconds
    FROM reporting
    LEFT JOIN (
        SELECT o.id, o.name, o.sort_name FROM officers o WHERE %s AND %s
        ORDER BY o.sort_name, o.id LIMIT %s
    ) o ON true
    LEFT JOIN LATERAL (
        SELECT d.day, %s FROM officer_days d WHERE %s
        GROUP BY d.day HAVING sum(d.calls) > 0
    ) kept ON true
    ORDER BY o.sort_name, o.id, day
    """
        .formatted(
            total,
            DayColumns.SPAN_OF_DAY,
            active,
            new Conditions(parameters).after(paging.after(), "o").sql(),
            parameters.bind(Pages.rowsFor(paging)),
            DayColumns.SUMS,
            rows);
  }

  @Override
  public Slice<OfficerDays, ByName> read(ResultSet rows) throws SQLException {
    long total = rows.getLong("total");
    List<Row> officers = new ArrayList<>();
    @Nullable UUID officer = rows.getObject("id", UUID.class);
    while (officer != null) { // the only row of a page without officers has null
      UUID id = officer;
      String name = rows.getString("name");
      String sortName = rows.getString("sort_name");
      List<DayFigures> days = new ArrayList<>();
      do {
        days.add(DayColumns.dayFigures(rows));
        officer = rows.next() ? rows.getObject("id", UUID.class) : null;
      } while (id.equals(officer));
      officers.add(new Row(new OfficerDays(new OfficerId(id), name, days), sortName));
    }
    return Pages.of(
        officers,
        paging,
        Row::officer,
        row -> new ByName(row.sortName(), row.officer().officerId().value()),
        () -> Total.of(total));
  }
}
