package io.calllog.bootstrap;

import io.calllog.application.auth.session.TokenLifetimes;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings for {@link TokenLifetimes}, which checks them. */
@ConfigurationProperties("calllog.jwt")
record TokenSettings(
    @DefaultValue("15m") Duration accessTokenLifetime,
    @DefaultValue("30d") Duration refreshTokenLifetime,
    @DefaultValue("10m") Duration refreshTokenGrace) {

  TokenLifetimes lifetimes() {
    return new TokenLifetimes(accessTokenLifetime, refreshTokenLifetime, refreshTokenGrace);
  }
}
