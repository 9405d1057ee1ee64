package io.calllog.bootstrap;

import io.calllog.application.auth.session.TokenLifetimes;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long tokens are good for; what they are signed with is set beside it.
 *
 * @param accessTokenLifetime of an access token
 * @param refreshTokenLifetime of a refresh token, from its own beginning: a session ends after so
 *     long a time of not being used
 */
@ConfigurationProperties("calllog.jwt")
record TokenSettings(
    @DefaultValue("15m") Duration accessTokenLifetime,
    @DefaultValue("30d") Duration refreshTokenLifetime) {

  /** Refuses, with an {@link IllegalArgumentException}, lifetimes that make no sense. */
  TokenSettings {
    if (!accessTokenLifetime.isPositive()) {
      throw new IllegalArgumentException("calllog.jwt.access-token-lifetime must be positive");
    }
    if (refreshTokenLifetime.compareTo(accessTokenLifetime) <= 0) {
      throw new IllegalArgumentException(
          "calllog.jwt.refresh-token-lifetime must be longer than the access token's");
    }
  }

  TokenLifetimes lifetimes() {
    return new TokenLifetimes(accessTokenLifetime, refreshTokenLifetime);
  }
}
