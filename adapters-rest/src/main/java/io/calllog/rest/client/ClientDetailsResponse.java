package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.call.view.CallHistory;
import io.calllog.domain.client.Client;
import io.calllog.rest.call.CallResponse;
import io.calllog.rest.call.CallTotalsResponse;
import io.calllog.rest.shared.ItemsResponse;

/** A client with its latest calls, by any officer, and the totals of all its calls. */
record ClientDetailsResponse(
    @JsonUnwrapped ClientResponse client,
    ItemsResponse<CallResponse> history,
    CallTotalsResponse totals) {

  static ClientDetailsResponse from(Client client, CallHistory history) {
    return new ClientDetailsResponse(
        ClientResponse.from(client),
        CallResponse.page(client.id(), history.latest()),
        CallTotalsResponse.from(history.totals()));
  }
}
