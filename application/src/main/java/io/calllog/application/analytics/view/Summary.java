package io.calllog.application.analytics.view;

import org.jspecify.annotations.Nullable;

/**
 * The totals of a range.
 *
 * @param previous the totals of the preceding period of the same length; null if not requested
 */
public record Summary(Totals current, @Nullable Totals previous) {

  /**
   * The totals of one range.
   *
   * @param activeOfficers the number of officers with calls in the range
   */
  public record Totals(Span span, Figures figures, long activeOfficers) {}
}
