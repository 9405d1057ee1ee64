package io.calllog.application.analytics.view;

import org.jspecify.annotations.Nullable;

/**
 * A range at a glance.
 *
 * @param current the range that was asked for
 * @param previous the range of equal length just before it; null when nobody asked
 */
public record Summary(Totals current, @Nullable Totals previous) {

  /**
   * What happened in a range.
   *
   * @param span the time that it takes
   * @param figures of all calls that started in it
   * @param activeOfficers how many officers had calls in it
   */
  public record Totals(Span span, Figures figures, long activeOfficers) {}
}
