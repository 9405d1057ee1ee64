package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Span;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** SQL and columns that several reports share. */
final class DayColumns {

  /** The sums over rows of {@code officer_days} ({@code d}). */
  static final String SUMS =
      "sum(d.calls) AS calls, sum(d.connected) AS connected, sum(d.seconds)::bigint AS seconds";

  /** The time span of a {@code day}. The database computes it, because it also counts the calls. */
  static final String SPAN_OF_DAY =
      "start_of_day(day, time_zone) AS starts_at, start_of_day(day + 1, time_zone) AS ends_at";

  private DayColumns() {}

  /**
   * A statement with one row per day of the range. The sums of a day without calls are null.
   *
   * @param sums over rows of {@code officer_days} ({@code d})
   */
  static String perDay(String sums, ReportFilter filter, Reach reach, Parameters parameters) {
    return """
    SELECT time_zone, day, %s, kept.*
    FROM reporting
    CROSS JOIN (SELECT CAST(%s AS date) + n AS day FROM generate_series(0, %s) n) days
    LEFT JOIN (SELECT d.day, %s FROM officer_days d WHERE %s GROUP BY d.day) kept USING (day)
    ORDER BY days.day
    """
        .formatted(
            SPAN_OF_DAY,
            parameters.bind(filter.range().from()),
            parameters.bind((int) filter.range().length() - 1),
            sums,
            OfficerDayConditions.all(parameters, filter, reach).sql());
  }

  static LocalDate day(ResultSet row) throws SQLException {
    return row.getObject("day", LocalDate.class);
  }

  static Span span(ResultSet row) throws SQLException {
    return new Span(Times.read(row, "starts_at"), Times.read(row, "ends_at"));
  }

  /** Reads {@link #SUMS}; 0 for null. */
  static Figures figures(ResultSet row) throws SQLException {
    return new Figures(row.getLong("calls"), row.getLong("connected"), row.getLong("seconds"));
  }

  static DayFigures dayFigures(ResultSet row) throws SQLException {
    return new DayFigures(day(row), span(row), figures(row));
  }
}
