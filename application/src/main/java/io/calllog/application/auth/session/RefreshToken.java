package io.calllog.application.auth.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the tokens by which a {@link Session} goes on, one after the other. Each is good for one
 * use, which makes the next; so a token that is shown again tells of a thief, or of an answer that
 * got lost on its way. An immutable snapshot.
 *
 * @param hash of its secret ({@link RefreshSecret#hash()})
 * @param generation which of the session's tokens it is, counted from 0; two of one generation
 *     follow the same token
 * @param spentAt when it was used; null while it was not
 * @param repeated whether it was used once more since
 */
public record RefreshToken(
    String hash, int generation, @Nullable Instant spentAt, boolean repeated) {

  /** For so long after its use it may be that the answer, and the next token with it, was lost. */
  public static final Duration GRACE = Duration.ofSeconds(60);

  /** The token after it was used, for the first time or once more. */
  public RefreshToken use(Instant now) {
    return spentAt == null
        ? new RefreshToken(hash, generation, now, false)
        : new RefreshToken(hash, generation, spentAt, true);
  }

  boolean mayBeUsedOnceMore(Instant now) {
    return spentAt != null && !repeated && !now.isAfter(spentAt.plus(GRACE));
  }
}
