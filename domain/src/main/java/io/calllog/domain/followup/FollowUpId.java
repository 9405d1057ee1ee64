package io.calllog.domain.followup;

import io.calllog.domain.shared.InvalidInput;
import java.util.UUID;

/**
 * The id of a follow-up, never used again. Generated ids are UUIDs of version 7 (RFC 9562). An id
 * in a request is of version 4 or 7.
 */
public record FollowUpId(UUID value) {

  /** Throws {@link InvalidInput} if the id may not be chosen for a new follow-up. */
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
