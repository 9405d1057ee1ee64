package io.calllog.cache.auth;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.calllog.cache.auth.RateLimitSettings.Api;
import io.calllog.cache.auth.RateLimitSettings.Auth;
import io.calllog.cache.auth.RateLimitSettings.LoginFailures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitSettingsTest {

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_000_001})
  void rejects_limits_out_of_range(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(limit, 1, 1, 1, 1))
        .withMessage("calllog.rate-limit.api.per-minute must be from 1 to 1,000,000,000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(1, limit, 1, 1, 1))
        .withMessageContaining("calllog.rate-limit.api.burst");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(1, 1, limit, 1, 1))
        .withMessageContaining("calllog.rate-limit.auth.per-minute");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(1, 1, 1, limit, 1))
        .withMessageContaining("calllog.rate-limit.login-failures.per-account-and-address");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(1, 1, 1, 1, limit))
        .withMessageContaining("calllog.rate-limit.login-failures.per-account");
  }

  private static RateLimitSettings settings(
      int perMinute, int burst, int authPerMinute, int perAccountAndAddress, int perAccount) {
    return new RateLimitSettings(
        new Api(perMinute, burst),
        new Auth(authPerMinute),
        new LoginFailures(perAccountAndAddress, perAccount));
  }
}
