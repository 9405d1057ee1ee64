package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client in JSON.
 *
 * @param phone the number of the first phone
 */
public record ClientResponse(
    ClientId id,
    @Nullable PhoneNumber phone,
    @JsonUnwrapped ClientDetails details,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The JSON form. */
  public static ClientResponse from(Client client) {
    return new ClientResponse(
        client.id(),
        client.details().phone(),
        client.details(),
        client.createdAt(),
        client.updatedAt(),
        client.version());
  }
}
