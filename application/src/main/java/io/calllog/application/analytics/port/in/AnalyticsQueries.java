package io.calllog.application.analytics.port.in;

import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.Actor;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reports over the calls that an actor can list. Thread-safe. */
public interface AnalyticsQueries {

  /**
   * Answers any report.
   *
   * @throws io.calllog.domain.shared.InvalidInput naming {@code from} or {@code to}, when the range
   *     is empty, too long or out of reach
   */
  <R> ReportAnswer answer(Actor actor, Request<R> request);

  /**
   * A request for a report.
   *
   * @param from the first day; when null, so many days before {@code to} as {@code defaultDays}
   * @param to the day after the last; tomorrow in the reporting time zone when null
   * @param question makes the question about the range that {@code from} and {@code to} amount to
   * @param freshness how old the answer may be
   * @param format the format that {@code rendering} writes
   * @param rendering writes the report. Called only if no answer in this format is cached, so it
   *     may depend on the report and the format alone
   */
  record Request<R>(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int defaultDays,
      Function<DayRange, ReportQuestion<R>> question,
      Freshness freshness,
      String format,
      Function<Report<R>, ReportAnswer> rendering) {}
}
