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
 * @param refreshTokenGrace how long a refresh token can be used again after its first use; must not
 *     be negative
 */
@ConfigurationProperties("calllog.jwt")
record TokenSettings(
    @DefaultValue("15m") Duration accessTokenLifetime,
    @DefaultValue("30d") Duration refreshTokenLifetime,
    @DefaultValue("10m") Duration refreshTokenGrace) {

  TokenSettings {
    if (!accessTokenLifetime.isPositive()) {
      throw new IllegalArgumentException("calllog.jwt.access-token-lifetime must be positive");
    }
    if (refreshTokenLifetime.compareTo(accessTokenLifetime) <= 0) {
      throw new IllegalArgumentException(
          "calllog.jwt.refresh-token-lifetime must be longer than the access token's");
    }
    if (refreshTokenGrace.isNegative()) {
      throw new IllegalArgumentException("calllog.jwt.refresh-token-grace must not be negative");
    }
  }

  TokenLifetimes lifetimes() {
    return new TokenLifetimes(accessTokenLifetime, refreshTokenLifetime, refreshTokenGrace);
  }
}
