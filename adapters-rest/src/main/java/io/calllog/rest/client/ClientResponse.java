package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import java.time.Instant;

/** A client in JSON. */
public record ClientResponse(
    ClientId id,
    @JsonUnwrapped ClientDetails details,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The JSON form. */
  public static ClientResponse from(Client client) {
    return new ClientResponse(
        client.id(), client.details(), client.createdAt(), client.updatedAt(), client.version());
  }
}
