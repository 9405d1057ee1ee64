package io.calllog.rest.call;

import io.calllog.application.call.view.CallOrder;

/** The possible orders of a list of calls. */
public enum CallSort {
  /** Newest first. */
  LATEST_FIRST("-startedAt", CallOrder.LATEST_FIRST),
  /** Oldest first. */
  EARLIEST_FIRST("startedAt", CallOrder.EARLIEST_FIRST);

  private final String value;
  private final CallOrder order;

  CallSort(String value, CallOrder order) {
    this.value = value;
    this.order = order;
  }

  /** The value in the API. */
  @Override
  public String toString() {
    return value;
  }

  CallOrder order() {
    return order;
  }
}
