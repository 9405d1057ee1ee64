package io.calllog.domain.client;

import java.util.UUID;

/** The id of a client, never used again. Generated ids are UUIDs of version 7 (RFC 9562). */
public record ClientId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
