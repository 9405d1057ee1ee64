package io.calllog.application.call.view;

/** The order of a list of calls; calls that started together are ordered by their ids. */
public enum CallOrder {
  /** Newest first. */
  LATEST_FIRST,
  /** Oldest first. */
  EARLIEST_FIRST
}
