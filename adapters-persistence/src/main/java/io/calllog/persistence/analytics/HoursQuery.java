package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.Hours;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Span;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums {@code officer_hours}, whose rows have the columns that the conditions on days name. The
 * hours of days that it does not have, such as the current one, are counted from the calls.
 */
record HoursQuery(ReportFilter filter, Reach reach) implements ReportQuery<Hours> {

  @Override
  public String sql(Parameters parameters) {
    return """
    SELECT time_zone, start_of_day(%1$s, time_zone) AS starts_at, start_of_day(%2$s, time_zone) AS ends_at,
           weekday, hour, calls, connected, talk_seconds
    FROM reporting
    CROSS JOIN generate_series(1, 7) weekdays (weekday)
    CROSS JOIN generate_series(0, 23) hours (hour)
    LEFT JOIN (
        SELECT extract(isodow FROM day)::integer AS weekday, hour::integer, sum(calls) AS calls,
               sum(connected) AS connected, sum(talk_seconds)::bigint AS talk_seconds
        FROM (
            SELECT d.day, d.hour, sum(d.calls) AS calls, sum(d.connected) AS connected,
                   sum(d.talk_seconds) AS talk_seconds
            FROM officer_hours d WHERE %3$s GROUP BY 1, 2
            UNION ALL
            SELECT counted.day, hour, counted.calls, counted.connected, counted.talk_seconds
            FROM (SELECT DISTINCT d.day AS target FROM officer_days d WHERE NOT d.hours_kept AND %3$s) targets
            CROSS JOIN LATERAL counted_officer_hours(target) counted
            JOIN officer_days d USING (officer_id, day, region_key)
            WHERE NOT d.hours_kept AND %3$s
        ) days GROUP BY 1, 2
    ) sums USING (weekday, hour)
    ORDER BY weekday, hour
    """
        .formatted(
            parameters.bind(filter.range().from()),
            parameters.bind(filter.range().to()),
            OfficerDayConditions.all(parameters, filter, reach).sql());
  }

  @Override
  public Hours read(ResultSet rows) throws SQLException {
    Span span = DayColumns.span(rows);
    List<Hours.Hour> hours = new ArrayList<>();
    do {
      hours.add(
          new Hours.Hour(
              DayOfWeek.of(rows.getInt("weekday")),
              rows.getInt("hour"),
              rows.getLong("calls"), // 0 for NULL
              rows.getLong("connected"),
              rows.getLong("talk_seconds")));
    } while (rows.next());
    return new Hours(span, hours);
  }
}
