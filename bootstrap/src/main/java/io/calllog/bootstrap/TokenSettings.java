package io.calllog.bootstrap;

import io.calllog.application.auth.session.TokenLifetimes;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lifetimes of tokens.
 *
 * @param accessTokenLifetime must be positive
 * @param refreshTokenLifetime must be longer than that of access tokens; a session that is not used
 *     for this time ends
 */
@ConfigurationProperties("calllog.jwt")
record TokenSettings(
    @DefaultValue("15m") Duration accessTokenLifetime,
    @DefaultValue("30d") Duration refreshTokenLifetime) {

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
