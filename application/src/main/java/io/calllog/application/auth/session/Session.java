package io.calllog.application.auth.session;

import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
 * @param generation the generation of its newest token
 */
public record Session(
    SessionId id,
    OfficerId officer,
    Origin origin,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    int generation) {

  /** The maximum number of sessions of an officer; the least recently used are ended. */
  public static final int MAX_PER_OFFICER = 100;

  /** Creates the session of a sign-in. */
  public static Session begin(
      SessionId id, OfficerId officer, Origin origin, Instant now, Duration lifetime) {
    return new Session(id, officer, origin, now, now, now.plus(lifetime), null, 0);
  }

  /** Returns the newest token, given the hash of its secret. */
  public RefreshToken newestToken(String hash) {
    return new RefreshToken(hash, generation, null, false);
  }

  /** Returns whether the session can be used. */
  public boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  /** Returns the ended session; this session if it was ended before. */
  public Session end(Instant now) {
    return endedAt != null
        ? this
        : new Session(id, officer, origin, createdAt, lastUsedAt, expiresAt, now, generation);
  }

  /**
   * Returns the session after a token was presented. The newest token can be used. The token before
   * it can be used once more within {@link RefreshToken#GRACE}, as long as the newest token is
   * unused. In other cases the result is empty: the token may be stolen, so the session has to be
   * ended.
   */
  public Optional<Session> rotate(RefreshToken shown, Origin from, Instant now, Duration lifetime) {
    if (shown.spentAt() == null && shown.generation() == generation) {
      return Optional.of(used(from, now, lifetime, generation + 1));
    }
    return shown.mayBeUsedOnceMore(now) && shown.generation() == generation - 1
        ? Optional.of(used(from, now, lifetime, generation))
        : Optional.empty();
  }

  private Session used(Origin from, Instant now, Duration lifetime, int newest) {
    return new Session(id, officer, from, createdAt, now, now.plus(lifetime), null, newest);
  }
}
