package io.calllog.application.auth.session;

import java.time.Duration;

/**
 * The lifetimes of tokens. An unused session ends with its refresh token.
 *
 * @param access must be positive
 * @param refresh must be longer than {@code access}
 * @param grace how long a refresh token can be used again after its first use; must not be negative
 *     and must be shorter than {@code refresh}
 */
public record TokenLifetimes(Duration access, Duration refresh, Duration grace) {

  /** Throws an {@link IllegalArgumentException} if the lifetimes are out of range. */
  public TokenLifetimes {
    if (!access.isPositive()) {
      throw new IllegalArgumentException("the access token's lifetime must be positive");
    }
    if (refresh.compareTo(access) <= 0) {
      throw new IllegalArgumentException(
          "the refresh token's lifetime must be longer than the access token's");
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("the refresh token's grace must not be negative");
    }
    if (grace.compareTo(refresh) >= 0) {
      throw new IllegalArgumentException(
          "the refresh token's grace must be shorter than its lifetime");
    }
  }
}
