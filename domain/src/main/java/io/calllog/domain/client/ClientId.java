package io.calllog.domain.client;

import java.util.UUID;

/**
 * Identifies a client, for ever: an id is never given to another.
 *
 * @param value a UUID, version 7 where this system made it (RFC 9562)
 */
public record ClientId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
