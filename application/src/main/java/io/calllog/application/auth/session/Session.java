package io.calllog.application.auth.session;

import io.calllog.application.shared.Origin;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An officer signed in on a device, until they sign out there, stop using it for long, or somebody
 * ends it. Goes on from one {@link RefreshToken} to the next (RFC 9700, section 4.14.2). An
 * immutable snapshot: each change answers the next one.
 *
 * @param id of this session
 * @param officer whose it is
 * @param origin where it was used last
 * @param createdAt when the officer signed in
 * @param lastUsedAt when it last went on
 * @param expiresAt when it ends unless it is used before
 * @param endedAt when it was ended before its time; null while it was not
 * @param generation of its newest token
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

  /** The most sessions an officer has: beyond it, the one not used for longest is ended. */
  public static final int MOST_OF_ONE_OFFICER = 100;

  /** The session that begins with a sign-in. */
  public static Session begin(
      SessionId id, OfficerId officer, Origin origin, Instant now, Duration lifetime) {
    return new Session(id, officer, origin, now, now, now.plus(lifetime), null, 0);
  }

  /** The newest token, whose secret has this hash. */
  public RefreshToken newestToken(String hash) {
    return new RefreshToken(hash, generation, null, false);
  }

  /** Whether it can go on. */
  public boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  /** The session after it was ended; this very snapshot when it was before. */
  public Session end(Instant now) {
    return endedAt != null
        ? this
        : new Session(id, officer, origin, createdAt, lastUsedAt, expiresAt, now, generation);
  }

  /**
   * The session after one of its tokens was shown. The token that is next is spent. One that was
   * spent is good once more within {@link RefreshToken#GRACE}, while no token of the next
   * generation was used. Everything else was shown by somebody who should not have it.
   *
   * @return empty when nobody can tell the officer from a thief, so that the session has to end
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
