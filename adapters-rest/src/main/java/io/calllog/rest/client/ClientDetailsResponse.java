package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.client.view.ListedClient;
import io.calllog.domain.client.Client;
import io.calllog.rest.call.CallResponse;
import io.calllog.rest.call.CallTotalsResponse;
import io.calllog.rest.shared.ItemsResponse;

/** A client with its latest calls, by any officer, and the totals of all its calls. */
record ClientDetailsResponse(
    @JsonUnwrapped ClientItemResponse client,
    ItemsResponse<CallResponse> history,
    CallTotalsResponse totals) {

  static ClientDetailsResponse from(Client client, CallHistory history) {
    var totals = history.totals();
    var listed = new ListedClient(client, totals.calls(), totals.connected(), totals.lastCallAt());
    return new ClientDetailsResponse(
        ClientItemResponse.from(listed),
        CallResponse.page(client.id(), history.latest()),
        CallTotalsResponse.from(totals));
  }
}
