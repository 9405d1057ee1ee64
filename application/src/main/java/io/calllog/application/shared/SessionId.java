package io.calllog.application.shared;

import java.util.UUID;

/** The id of a session: a UUID of version 7 (RFC 9562). */
public record SessionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
