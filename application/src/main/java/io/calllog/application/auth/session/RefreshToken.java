package io.calllog.application.auth.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token of a {@link Session}. Each use replaces it by a new token. It can be used again
 * for some time after its first use, because responses get lost and several tabs use one token at
 * the same time. Immutable.
 *
 * @param hash the hash of its secret ({@link RefreshSecret#hash()})
 * @param spentAt the time of its first use; null if unused
 */
public record RefreshToken(String hash, @Nullable Instant spentAt) {

  /** Creates an unused token. */
  public RefreshToken(String hash) {
    this(hash, null);
  }

  /** Returns whether it is unused, or was used for the first time at most {@code grace} ago. */
  public boolean isUsable(Instant now, Duration grace) {
    return spentAt == null || !now.isAfter(spentAt.plus(grace));
  }

  /** Returns the token after a use. */
  public RefreshToken use(Instant now) {
    return spentAt == null ? new RefreshToken(hash, now) : this;
  }
}
