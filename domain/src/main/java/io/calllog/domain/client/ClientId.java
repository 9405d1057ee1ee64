package io.calllog.domain.client;

import io.calllog.domain.shared.InvalidInput;
import java.util.UUID;

/**
 * The id of a client, never used again. Generated ids are UUIDs of version 7 (RFC 9562). An id in a
 * request to create a client is of version 4 or 7.
 */
public record ClientId(UUID value) {

  /** Throws {@link InvalidInput} if the id may not be chosen for a new client. */
  public void requireChoosable() {
    boolean choosable = value.variant() == 2 && (value.version() == 4 || value.version() == 7);
    if (!choosable) {
      throw new InvalidInput("id", "malformed", "must be a UUID of version 4 or 7");
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
