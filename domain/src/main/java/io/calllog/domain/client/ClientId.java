package io.calllog.domain.client;

import java.util.UUID;

/**
 * The id of a client, never used again.
 *
 * @param value a UUID, of version 7 (RFC 9562) if this system generated it
 */
public record ClientId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
