package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Span;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Summary.Totals;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

record SummaryQuery(ReportFilter filter, boolean compared, Reach reach)
    implements ReportQuery<Summary> {

  /** The totals of one of the two ranges. */
  private static final String TOTALS =
      """
      coalesce(sum(%1$s_calls), 0) AS %1$s_calls, coalesce(sum(%1$s_connected), 0) AS %1$s_connected,
      coalesce(sum(%1$s_seconds), 0) AS %1$s_seconds,
      count(*) FILTER (WHERE %1$s_calls > 0) AS %1$s_officers
      """;

  /** The sums of one of the two ranges for each officer. */
  private static final String SUMS =
      """
      sum(d.calls) FILTER (WHERE %2$s) AS %1$s_calls,
      sum(d.connected) FILTER (WHERE %2$s) AS %1$s_connected,
      sum(d.seconds) FILTER (WHERE %2$s) AS %1$s_seconds
      """;

  @Override
  public String sql(Parameters parameters) {
    LocalDate first = filter.range().from();
    LocalDate before = first.minusDays(filter.range().length());
    String from = parameters.bind(first);
    return """
    SELECT time_zone, start_of_day(%s, time_zone) AS before,
           start_of_day(%s, time_zone) AS starts_at, start_of_day(%s, time_zone) AS ends_at,
           totals.*
    FROM reporting
    CROSS JOIN (
        SELECT %s, %s
        FROM (SELECT %s, %s FROM officer_days d WHERE %s GROUP BY d.officer_id) officers
    ) totals
    """
        .formatted(
            parameters.bind(before),
            from,
            parameters.bind(filter.range().to()),
            TOTALS.formatted("current"),
            TOTALS.formatted("previous"),
            SUMS.formatted("current", "d.day >= " + from),
            SUMS.formatted("previous", "d.day < " + from),
            OfficerDayConditions.from(compared ? before : first, parameters, filter, reach).sql());
  }

  @Override
  public Summary read(ResultSet row) throws SQLException {
    Span span = DayColumns.span(row);
    return new Summary(
        totals(row, "current", span),
        compared
            ? totals(row, "previous", new Span(Times.read(row, "before"), span.from()))
            : null);
  }

  private static Totals totals(ResultSet row, String range, Span span) throws SQLException {
    return new Totals(
        span,
        new Figures(
            row.getLong(range + "_calls"),
            row.getLong(range + "_connected"),
            row.getLong(range + "_seconds")),
        row.getLong(range + "_officers"));
  }
}
