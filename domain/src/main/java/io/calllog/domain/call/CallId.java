package io.calllog.domain.call;

import java.time.Instant;
import java.util.UUID;

/**
 * Identifies a call. Made from the call's start (UUID version 7, RFC 9562), by this system or by a
 * client that wants a repeated request to be recognised.
 *
 * @param value any UUID; only a version 7 can be that of a call
 */
public record CallId(UUID value) {

  /** Whether the id carries a time, as the id of each call does. */
  public boolean isTimeBased() {
    return value.version() == 7 && value.variant() == 2;
  }

  /** The time in the id, to the millisecond; meaningful only if it {@link #isTimeBased}. */
  public Instant time() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
