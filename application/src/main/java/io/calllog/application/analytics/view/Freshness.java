package io.calllog.application.analytics.view;

/** How old an answer may be. */
public enum Freshness {
  /** Computed a few seconds ago will do. */
  RECENT,
  /** Its computation must begin after it was asked for. */
  NEW
}
