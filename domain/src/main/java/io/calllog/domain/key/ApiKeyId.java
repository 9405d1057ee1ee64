package io.calllog.domain.key;

import java.util.UUID;

/** The id of a key, never used again. */
public record ApiKeyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
