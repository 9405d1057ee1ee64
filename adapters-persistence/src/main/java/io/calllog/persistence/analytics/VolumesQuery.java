package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

record VolumesQuery(ReportFilter filter, Visibility visibility) implements ReportQuery<Volumes> {

  @Override
  public String sql(Parameters parameters) {
    return """
    SELECT time_zone, day, %s,
           coalesce(calls, 0) AS calls, coalesce(connected, 0) AS connected,
           coalesce(seconds, 0) AS seconds
    FROM reporting
    CROSS JOIN (SELECT CAST(%s AS date) + n AS day FROM generate_series(0, %s) n) days
    LEFT JOIN (SELECT d.day, %s FROM officer_days d WHERE %s GROUP BY d.day) kept USING (day)
    ORDER BY day
    """
        .formatted(
            DayColumns.SPAN_OF_DAY,
            parameters.bind(filter.range().from()),
            parameters.bind((int) filter.range().length() - 1),
            DayColumns.SUMS,
            OfficerDayConditions.all(parameters, filter, visibility).sql());
  }

  @Override
  public Volumes read(ResultSet rows) throws SQLException {
    List<DayFigures> days = new ArrayList<>();
    do {
      days.add(DayColumns.dayFigures(rows));
    } while (rows.next());
    return new Volumes(days);
  }
}
