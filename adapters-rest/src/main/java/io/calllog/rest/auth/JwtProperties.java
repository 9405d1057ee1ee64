package io.calllog.rest.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of access tokens.
 *
 * @param secret what tokens are signed with; at least 32 bytes of UTF-8 (256 bits); has no default
 * @param accessTokenLifetime how long a token is good for
 */
@ConfigurationProperties("calllog.jwt")
record JwtProperties(@Nullable String secret, @DefaultValue("15m") Duration accessTokenLifetime) {

  private static final int MIN_SECRET_BYTES = 32;

  JwtProperties {
    if (secret == null || secret.isBlank()) {
      throw new IllegalArgumentException(
          "calllog.jwt.secret is missing: the secret that access tokens are signed with");
    }
    if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "calllog.jwt.secret must have at least %d bytes".formatted(MIN_SECRET_BYTES));
    }
    if (!accessTokenLifetime.isPositive()) {
      throw new IllegalArgumentException("calllog.jwt.access-token-lifetime must be positive");
    }
  }

  @Override
  public String toString() {
    return "JwtProperties[secret hidden, accessTokenLifetime=" + accessTokenLifetime + "]";
  }
}
