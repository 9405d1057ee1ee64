package io.calllog.domain.call;

import java.time.Instant;
import java.util.UUID;

/**
 * The id of a call: a UUID of version 7 (RFC 9562) made from the start of the call. It may be
 * chosen by the client, so that a repeated request is recognised.
 *
 * @param value any UUID; {@link Call#violations} checks the version
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
