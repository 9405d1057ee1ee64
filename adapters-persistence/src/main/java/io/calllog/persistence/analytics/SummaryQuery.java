package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion.SummaryQuestion;
import io.calllog.application.analytics.view.Span;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Summary.Included;
import io.calllog.application.analytics.view.Summary.Totals;
import io.calllog.application.analytics.view.TargetProgress;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Sums two ranges, and a third one if there is a target: its month until the end of the first one.
 *
 * @param visibility the visibility that {@code reach} has the regions of
 */
record SummaryQuery(SummaryQuestion question, Visibility visibility, Reach reach, LocalDate today)
    implements ReportQuery<Summary> {

  /** The totals of one of the two ranges. */
  private static final String TOTALS =
      """
      coalesce(sum(%1$s_calls), 0) AS %1$s_calls, coalesce(sum(%1$s_connected), 0) AS %1$s_connected,
      coalesce(sum(%1$s_seconds), 0) AS %1$s_seconds, coalesce(sum(%1$s_talk), 0) AS %1$s_talk,
      count(*) FILTER (WHERE %1$s_calls > 0) AS %1$s_officers
      """;

  /** The sums of one of the two ranges for each officer. */
  private static final String SUMS =
      """
      sum(d.calls) FILTER (WHERE %2$s) AS %1$s_calls,
      sum(d.connected) FILTER (WHERE %2$s) AS %1$s_connected,
      sum(d.seconds) FILTER (WHERE %2$s) AS %1$s_seconds,
      sum(%3$s) FILTER (WHERE %2$s) AS %1$s_talk
      """;

  @Override
  public String sql(Parameters parameters) {
    ReportFilter filter = question.filter();
    LocalDate first = filter.range().from();
    LocalDate before = first.minusDays(filter.range().length());
    String from = parameters.bind(first);
    return """
    SELECT time_zone, start_of_day(%s, time_zone) AS before,
           start_of_day(%s, time_zone) AS starts_at, start_of_day(%s, time_zone) AS ends_at,
           totals.*, target.*, start_of_day(first_counted, time_zone) AS counts_from,
           start_of_day(%s, time_zone) AS counts_to
    FROM reporting
    CROSS JOIN (
        SELECT %s, %s
        FROM (SELECT %s, %s FROM officer_days d WHERE %s GROUP BY d.officer_id) officers
    ) totals
    LEFT JOIN LATERAL (%s) target ON true
    """
        .formatted(
            parameters.bind(before),
            from,
            parameters.bind(filter.range().to()),
            parameters.bind(countedTo()),
            TOTALS.formatted("current"),
            TOTALS.formatted("previous"),
            SUMS.formatted("current", "d.day >= " + from, DayColumns.TALK_SECONDS),
            SUMS.formatted("previous", "d.day < " + from, DayColumns.TALK_SECONDS),
            OfficerDayConditions.from(
                    question.compared() ? before : first, parameters, filter, reach)
                .sql(),
            target(parameters));
  }

  /** The target, if there is one that has begun, and the sums of its month. */
  private String target(Parameters parameters) {
    LocalDate month = firstOfMonth();
    boolean begun = month.isBefore(countedTo());
    ReportFilter filter = question.filter();
    DayRange counted = begun ? new DayRange(month, countedTo()) : filter.range();
    return """
    SELECT t.calls_per_day, t.connected_per_day, t.talk_seconds_per_day, t.first_day,
           greatest(t.first_day, %1$s) AS first_counted, month.*
    FROM targets t
    CROSS JOIN LATERAL (SELECT %2$s FROM officer_days d WHERE d.day >= t.first_day AND %3$s) month
    WHERE t.first_day < %4$s AND %5$s
    """
        .formatted(
            parameters.bind(month),
            DayColumns.SUMS,
            OfficerDayConditions.all(
                    parameters,
                    new ReportFilter(counted, filter.region(), filter.officers()),
                    reach)
                .sql(),
            parameters.bind(countedTo()),
            begun ? subject(parameters) : "FALSE");
  }

  private String subject(Parameters parameters) {
    OfficerId officer = question.onlyOfficer(visibility);
    if (officer != null) {
      return "t.subject_id IN (SELECT o.id FROM officers o WHERE %s)"
          .formatted(
              new Conditions(parameters)
                  .and("o.id = ? AND o.deleted_at IS NULL", officer.value())
                  .visible(reach, "o.region_key", "o.id")
                  .sql());
    }
    RegionPath region = question.onlyRegion(visibility);
    return region == null
        ? "FALSE"
        : "t.subject_id IN (SELECT r.id FROM regions r WHERE r.path = %s AND r.deleted_at IS NULL)"
            .formatted(parameters.bind(region.path()));
  }

  /** The first day of the month of the last day of the range. */
  private LocalDate firstOfMonth() {
    LocalDate first = question.filter().range().to().minusDays(1).withDayOfMonth(1);
    return first.isBefore(DayRange.EARLIEST) ? DayRange.EARLIEST : first;
  }

  /** The day after the last one that counts for the target. */
  private LocalDate countedTo() {
    LocalDate end = question.filter().range().to();
    LocalDate tomorrow = today.plusDays(1);
    return end.isBefore(tomorrow) ? end : tomorrow;
  }

  @Override
  public Summary read(ResultSet row) throws SQLException {
    Span span = DayColumns.span(row);
    return new Summary(
        totals(row, "current", span),
        question.compared()
            ? totals(row, "previous", new Span(Times.read(row, "before"), span.from()))
            : null,
        row.getObject("first_day") == null ? null : progress(row),
        Included.NOTHING);
  }

  private TargetProgress progress(ResultSet row) throws SQLException {
    LocalDate first = row.getObject("first_counted", LocalDate.class);
    return new TargetProgress(
        JdbcTargetRepository.details(row),
        new DayRange(first, firstOfMonth().plusMonths(1).withDayOfMonth(1)),
        new DayRange(first, countedTo()),
        new Span(Times.read(row, "counts_from"), Times.read(row, "counts_to")),
        DayColumns.figures(row));
  }

  private static Totals totals(ResultSet row, String range, Span span) throws SQLException {
    return new Totals(
        span,
        new Figures(
            row.getLong(range + "_calls"),
            row.getLong(range + "_connected"),
            row.getLong(range + "_seconds"),
            row.getLong(range + "_talk")),
        row.getLong(range + "_officers"));
  }
}
