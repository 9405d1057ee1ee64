package io.calllog.application.auth.session;

import java.time.Duration;

/**
 * The lifetimes of tokens.
 *
 * @param access the lifetime of an access token; positive
 * @param refresh the lifetime of a refresh token, after which an unused session expires; longer
 *     than {@code access}
 */
public record TokenLifetimes(Duration access, Duration refresh) {

  /** Throws an {@link IllegalArgumentException} if the lifetimes are out of range. */
  public TokenLifetimes {
    if (!access.isPositive()) {
      throw new IllegalArgumentException("the access token's lifetime must be positive");
    }
    if (refresh.compareTo(access) <= 0) {
      throw new IllegalArgumentException(
          "the refresh token's lifetime must be longer than the access token's");
    }
  }
}
