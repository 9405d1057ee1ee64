package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.Span;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Columns that several reports select and read. */
final class DayColumns {

  /** The sums over rows of {@code officer_days} ({@code d}). */
  static final String SUMS =
      "sum(d.calls) AS calls, sum(d.connected) AS connected, sum(d.seconds)::bigint AS seconds";

  /** The time of a {@code day}, by the time zones of the database, which counts the calls. */
  static final String SPAN_OF_DAY =
      "start_of_day(day, time_zone) AS starts_at, start_of_day(day + 1, time_zone) AS ends_at";

  private DayColumns() {}

  static LocalDate day(ResultSet row) throws SQLException {
    return row.getObject("day", LocalDate.class);
  }

  static Span span(ResultSet row) throws SQLException {
    return new Span(Times.read(row, "starts_at"), Times.read(row, "ends_at"));
  }

  static Figures figures(ResultSet row) throws SQLException {
    return new Figures(row.getLong("calls"), row.getLong("connected"), row.getLong("seconds"));
  }

  static DayFigures dayFigures(ResultSet row) throws SQLException {
    return new DayFigures(day(row), span(row), figures(row));
  }
}
