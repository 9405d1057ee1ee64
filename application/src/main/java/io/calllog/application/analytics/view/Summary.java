package io.calllog.application.analytics.view;

import org.jspecify.annotations.Nullable;

/** The totals of a range and, if requested, of the preceding period of the same length. */
public record Summary(Totals current, @Nullable Totals previous) {

  /** The totals of one range; {@code activeOfficers} are officers with calls. */
  public record Totals(Span span, Figures figures, long activeOfficers) {}
}
