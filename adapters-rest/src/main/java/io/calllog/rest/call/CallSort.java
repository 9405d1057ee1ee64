package io.calllog.rest.call;

import io.calllog.application.call.view.CallOrder;
import io.calllog.rest.shared.binding.WireName;

/** The possible orders of a list of calls. */
public enum CallSort implements WireName {
  /** Newest first. */
  LATEST_FIRST("-startedAt", CallOrder.LATEST_FIRST),
  /** Oldest first. */
  EARLIEST_FIRST("startedAt", CallOrder.EARLIEST_FIRST);

  private final String wireName;
  private final CallOrder order;

  CallSort(String wireName, CallOrder order) {
    this.wireName = wireName;
    this.order = order;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  CallOrder order() {
    return order;
  }
}
