package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.view.PossibleDuplicate;
import java.util.List;

/** A client that was created, and others that may be the same. */
record NewClientResponse(
    @JsonUnwrapped ClientResponse client, List<PossibleDuplicate> possibleDuplicates) {

  static NewClientResponse from(CreateClient.Result result) {
    return new NewClientResponse(ClientResponse.from(result.client()), result.possibleDuplicates());
  }
}
