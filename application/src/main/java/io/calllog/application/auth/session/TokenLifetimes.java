package io.calllog.application.auth.session;

import java.time.Duration;

/**
 * How long what a signed-in officer holds is good for.
 *
 * @param access of an access token, which is shown with each request; positive
 * @param refresh of a refresh token, from its own beginning: so a session ends after so long a time
 *     of not being used; longer than {@code access}
 */
public record TokenLifetimes(Duration access, Duration refresh) {

  /** Refuses, with an {@link IllegalArgumentException}, lifetimes that make no sense. */
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
