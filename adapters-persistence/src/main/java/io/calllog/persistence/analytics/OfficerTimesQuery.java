package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.OfficerTimes.OfficerFigures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Span;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OfficerTimesQuery(ReportFilter filter, Reach reach) implements ReportQuery<OfficerTimes> {

  @Override
  public String sql(Parameters parameters) {
    return """
    SELECT time_zone, start_of_day(%s, time_zone) AS starts_at,
           start_of_day(%s, time_zone) AS ends_at,
           officer_id, o.name, calls, connected, seconds
    FROM reporting
    LEFT JOIN (
        SELECT d.officer_id, %s FROM officer_days d WHERE %s
        GROUP BY d.officer_id HAVING sum(d.calls) > 0
    ) kept ON true
    LEFT JOIN officers o ON o.id = officer_id
    ORDER BY seconds DESC, o.sort_name, o.id
    """
        .formatted(
            parameters.bind(filter.range().from()),
            parameters.bind(filter.range().to()),
            DayColumns.SUMS,
            OfficerDayConditions.all(parameters, filter, reach).sql());
  }

  @Override
  public OfficerTimes read(ResultSet rows) throws SQLException {
    Span span = DayColumns.span(rows);
    List<OfficerFigures> officers = new ArrayList<>();
    do {
      @Nullable UUID officer = rows.getObject("officer_id", UUID.class);
      if (officer != null) { // the only row of a report without officers has null
        officers.add(
            new OfficerFigures(
                new OfficerId(officer), rows.getString("name"), DayColumns.figures(rows)));
      }
    } while (rows.next());
    return new OfficerTimes(span, officers);
  }
}
