package io.calllog.domain.officer;

import java.util.UUID;

/**
 * The id of an officer, never used again.
 *
 * @param value a UUID, of version 7 (RFC 9562) if this system generated it
 */
public record OfficerId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
