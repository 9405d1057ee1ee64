package io.calllog.application.analytics.view;

import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.TargetDetails;
import org.jspecify.annotations.Nullable;

/**
 * A target, and what was achieved in a month.
 *
 * @param days the days of the month, without those before the target began
 * @param elapsed those of them that are counted: until today, or until the end of the report
 * @param span the time of the counted days
 * @param figures the figures of the counted days
 */
public record TargetProgress(
    TargetDetails target, DayRange days, DayRange elapsed, Span span, Figures figures) {

  /**
   * Returns the number that the month ends with if each working day is as those counted; rounded,
   * and null before the first working day.
   *
   * @param achieved the number so far
   */
  public @Nullable Long projection(long achieved) {
    long elapsedDays = elapsed.workingDays();
    return elapsedDays == 0
        ? null
        : (2 * achieved * days.workingDays() + elapsedDays) / (2 * elapsedDays);
  }
}
