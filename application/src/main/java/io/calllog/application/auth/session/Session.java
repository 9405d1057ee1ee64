package io.calllog.application.auth.session;

import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in of an officer on a device. It ends if the officer signs out, if it is not used until it
 * expires, or if it is ended by its id. Its refresh tokens are rotated (RFC 9700, section 4.14.2).
 * Immutable.
 *
 * @param origin the source of the last use
 * @param lastUsedAt the time of the sign-in or of the last rotation
 * @param expiresAt the end of the session unless it is used before
 * @param endedAt null if the session was not ended
 */
public record Session(
    SessionId id,
    OfficerId officer,
    Origin origin,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    @Nullable Instant endedAt) {

  /** The maximum number of sessions of an officer; the least recently used are ended. */
  public static final int MAX_PER_OFFICER = 100;

  /** Creates the session of a sign-in. */
  public static Session begin(
      SessionId id, OfficerId officer, Origin origin, Instant now, Duration lifetime) {
    return new Session(id, officer, origin, now, now, now.plus(lifetime), null);
  }

  /** Returns whether the session can be used. */
  public boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  /** Returns the ended session; this session if it was ended before. */
  public Session end(Instant now) {
    return endedAt != null
        ? this
        : new Session(id, officer, origin, createdAt, lastUsedAt, expiresAt, now);
  }

  /** Returns the session after one of its refresh tokens was used. */
  public Session use(Origin from, Instant now, Duration lifetime) {
    return new Session(id, officer, from, createdAt, now, now.plus(lifetime), null);
  }
}
