package io.calllog.application.shared;

import java.util.UUID;

/**
 * Identifies one sign-in of an officer and everything that follows from it.
 *
 * @param value a UUID, version 7 (RFC 9562)
 */
public record SessionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
