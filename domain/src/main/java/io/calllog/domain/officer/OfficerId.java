package io.calllog.domain.officer;

import java.util.UUID;

/**
 * Identifies an officer, for ever: an id is never given to another.
 *
 * @param value a UUID, version 7 where this system made it (RFC 9562)
 */
public record OfficerId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
