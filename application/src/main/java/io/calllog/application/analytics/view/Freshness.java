package io.calllog.application.analytics.view;

/** How old an answer may be. */
public enum Freshness {
  /** A few seconds old. */
  RECENT,
  /** Computed after it was asked for. */
  NEW
}
