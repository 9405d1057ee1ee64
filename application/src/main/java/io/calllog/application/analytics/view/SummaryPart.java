package io.calllog.application.analytics.view;

/** Another report that a summary can include, for the same calls. */
public enum SummaryPart {
  /** {@link Volumes}. */
  DAILY,
  /** {@link OfficerTimes}, without officers who have no calls. */
  OFFICERS,
  /** {@link Breakdown} by outcome. */
  OUTCOMES,
  /** {@link Hours}. */
  HOURS
}
