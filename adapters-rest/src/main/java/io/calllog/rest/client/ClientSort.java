package io.calllog.rest.client;

import io.calllog.application.client.view.ClientOrder;

/** The possible orders of a list of clients. */
enum ClientSort {
  NAME("name", ClientOrder.NAME),
  EARLIEST_CALL_FIRST("lastCallAt", ClientOrder.EARLIEST_CALL_FIRST),
  LATEST_CALL_FIRST("-lastCallAt", ClientOrder.LATEST_CALL_FIRST);

  private final String value;
  private final ClientOrder order;

  ClientSort(String value, ClientOrder order) {
    this.value = value;
    this.order = order;
  }

  /** The value in the API. */
  @Override
  public String toString() {
    return value;
  }

  ClientOrder order() {
    return order;
  }
}
