package io.calllog.application.analytics.view;

import org.jspecify.annotations.Nullable;

/**
 * The totals of a range.
 *
 * @param current the range of the question
 * @param previous as many days before it; null unless asked for
 */
public record Summary(Totals current, @Nullable Totals previous) {

  /**
   * The totals of one range.
   *
   * @param span the time of the range
   * @param figures of all calls that started in the range
   * @param activeOfficers the number of officers with calls in the range
   */
  public record Totals(Span span, Figures figures, long activeOfficers) {}
}
