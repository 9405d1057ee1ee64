package io.calllog.domain.call;

import java.time.Instant;
import java.util.UUID;

/**
 * The id of a call. New calls need a UUID of version 7 (RFC 9562) made from their start. The client
 * may choose it, so that a repeated request is recognised.
 */
public record CallId(UUID value) {

  /** Returns whether the id is of version 7. */
  public boolean isTimeBased() {
    return value.version() == 7 && value.variant() == 2;
  }

  /** Returns the time in the id, to the millisecond; undefined unless {@link #isTimeBased}. */
  public Instant time() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
