package io.calllog.application.analytics.view;

import io.calllog.domain.call.CallOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a range and, if requested, of the preceding period of the same length.
 *
 * @param target the target of the officer or the region that the report is about; null if there is
 *     none, or the report is about others too
 * @param included other reports about the same calls
 */
public record Summary(
    Totals current, @Nullable Totals previous, @Nullable TargetProgress target, Included included) {

  /** The totals of one range; {@code activeOfficers} are officers with calls. */
  public record Totals(Span span, Figures figures, long activeOfficers) {}

  /** The contents of the reports that were requested with the summary; null for others. */
  public record Included(
      @Nullable Volumes daily,
      @Nullable OfficerTimes officers,
      @Nullable Breakdown<CallOutcome> outcomes,
      @Nullable Hours hours) {

    /** No other report. */
    public static final Included NOTHING = new Included(null, null, null, null);
  }

  /** Returns this summary with other reports. */
  public Summary including(Included others) {
    return new Summary(current, previous, target, others);
  }
}
