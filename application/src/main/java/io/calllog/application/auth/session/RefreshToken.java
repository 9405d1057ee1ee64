package io.calllog.application.auth.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token of a {@link Session}. Each use replaces it by a new token. It can be used again
 * for some time after its first use, because responses get lost and several tabs use one token at
 * the same time. It expires if it is not used, even if its session is continued by other tokens.
 * Immutable.
 *
 * @param hash the hash of its secret ({@link RefreshSecret#hash()})
 * @param issuedAt the time from which it can be used for the lifetime of refresh tokens
 * @param spentAt the time of its first use; null if unused
 */
public record RefreshToken(String hash, Instant issuedAt, @Nullable Instant spentAt) {

  /** Creates an unused token. */
  public RefreshToken(String hash, Instant issuedAt) {
    this(hash, issuedAt, null);
  }

  /** Returns whether it was not used within its lifetime. */
  public boolean isExpired(Instant now, Duration lifetime) {
    return spentAt == null && !now.isBefore(issuedAt.plus(lifetime));
  }

  /** Returns whether it is unused, or was used for the first time at most {@code grace} ago. */
  public boolean isUsable(Instant now, Duration grace) {
    return spentAt == null || !now.isAfter(spentAt.plus(grace));
  }

  /** Returns the token after a use. */
  public RefreshToken use(Instant now) {
    return spentAt == null ? new RefreshToken(hash, issuedAt, now) : this;
  }
}
