package io.calllog.application.auth.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token of a {@link Session}. Each token can be used once and is then replaced by the
 * next. If a used token is presented again, it was stolen or the response was lost. Immutable.
 *
 * @param hash the hash of its secret ({@link RefreshSecret#hash()})
 * @param generation its number in the session, from 0. Two tokens have the same number if both
 *     replaced the same token
 * @param spentAt the time of its first use; null if unused
 * @param repeated whether it was used a second time
 */
public record RefreshToken(
    String hash, int generation, @Nullable Instant spentAt, boolean repeated) {

  /** A lost response can be requested again within this time after the first use. */
  public static final Duration GRACE = Duration.ofSeconds(60);

  /** Returns the token after its first or second use. */
  public RefreshToken use(Instant now) {
    return spentAt == null
        ? new RefreshToken(hash, generation, now, false)
        : new RefreshToken(hash, generation, spentAt, true);
  }

  boolean mayBeUsedOnceMore(Instant now) {
    return spentAt != null && !repeated && !now.isAfter(spentAt.plus(GRACE));
  }
}
