package io.calllog.domain.officer;

import java.util.UUID;

/** The id of an officer, never used again. Generated ids are UUIDs of version 7 (RFC 9562). */
public record OfficerId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
