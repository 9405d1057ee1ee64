package io.calllog.application.analytics.view;

/** How old an answer may be. */
public enum Freshness {
  /** Up to a few seconds old. */
  RECENT,
  /** Computed after the request arrived. */
  NEW
}
