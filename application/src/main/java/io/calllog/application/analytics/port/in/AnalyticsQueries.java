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

/** Reports over the calls and clients that an actor can list. Thread-safe. */
public interface AnalyticsQueries {

  /**
   * Answers a report.
   *
   * @throws io.calllog.domain.shared.InvalidInput naming {@code from} or {@code to} if the range is
   *     empty, too long, or out of bounds
   */
  <R> ReportAnswer answer(Actor actor, Request<R> request);

  /**
   * A request for a report.
   *
   * @param from the first day; if null, {@code defaultDays} before {@code to}
   * @param to the day after the last; if null, tomorrow in the reporting time zone
   * @param question creates the question for the resolved range
   * @param format the format that {@code rendering} writes
   * @param rendering renders the report. It is called only if no answer in this format is cached,
   *     so it may depend only on the report and the format
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
