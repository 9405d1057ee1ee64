package io.calllog.application.call.view;

/** The order of a list of calls, by start. Calls with the same start are ordered by id. */
public enum CallOrder {
  /** Descending. */
  LATEST_FIRST,
  /** Ascending. */
  EARLIEST_FIRST
}
