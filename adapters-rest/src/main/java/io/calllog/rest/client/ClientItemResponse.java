package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.client.view.ListedClient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client with totals of all its calls, by any officer. */
record ClientItemResponse(
    @JsonUnwrapped ClientResponse client,
    long calls,
    long connected,
    @Nullable Instant lastCallAt) {

  static ClientItemResponse from(ListedClient listed) {
    return new ClientItemResponse(
        ClientResponse.from(listed.client()),
        listed.calls(),
        listed.connected(),
        listed.lastCallAt());
  }
}
