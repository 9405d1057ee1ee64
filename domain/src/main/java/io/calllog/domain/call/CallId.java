package io.calllog.domain.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.calllog.domain.shared.ExternalId;
import java.time.Instant;
import java.util.UUID;

/**
 * The id of a call. New calls need a UUID of version 7 (RFC 9562) made from their start. The client
 * may choose it, so that a repeated request is recognised.
 */
public record CallId(UUID value) {

  /**
   * Derives the id of a call from its id in another system and its start, to the millisecond. The
   * same values always have the same id, so it must not depend on anything else.
   */
  public static CallId of(ExternalId externalId, Instant startedAt) {
    UUID hash = UUID.nameUUIDFromBytes(externalId.value().getBytes(UTF_8));
    long versionAndHash = 0x7000 | (hash.getMostSignificantBits() & 0xfff);
    long time = startedAt.toEpochMilli() << 16;
    return new CallId(new UUID(time | versionAndHash, hash.getLeastSignificantBits()));
  }

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
