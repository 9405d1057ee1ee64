package io.calllog.cache.auth;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be asked for.
 *
 * @param api requests of one officer, or of one address where nobody is signed in
 * @param auth registrations and failed sign-ins of one address
 * @param loginFailures failed sign-ins of one account
 */
@ConfigurationProperties("calllog.rate-limit")
record RateLimitSettings(
    @DefaultValue Api api, @DefaultValue Auth auth, @DefaultValue LoginFailures loginFailures) {

  private static final int MOST = 1_000_000_000;

  /**
   * Requests.
   *
   * @param perMinute how many, steadily; 1 to 1,000,000,000
   * @param burst how many at once, by somebody who asked for nothing for a while; likewise
   */
  record Api(@DefaultValue("300") int perMinute, @DefaultValue("60") int burst) {

    Api {
      requireInRange("api.per-minute", perMinute);
      requireInRange("api.burst", burst);
    }
  }

  /**
   * Registrations and failed sign-ins of one address.
   *
   * @param perMinute how many, at once or one by one; 1 to 1,000,000,000
   */
  record Auth(@DefaultValue("10") int perMinute) {

    Auth {
      requireInRange("auth.per-minute", perMinute);
    }
  }

  /**
   * Failed sign-ins in 15 minutes.
   *
   * @param perAccountAndAddress for one account from one address; 1 to 1,000,000,000
   * @param perAccount for one account from all addresses; likewise
   */
  record LoginFailures(
      @DefaultValue("5") int perAccountAndAddress, @DefaultValue("50") int perAccount) {

    LoginFailures {
      requireInRange("login-failures.per-account-and-address", perAccountAndAddress);
      requireInRange("login-failures.per-account", perAccount);
    }
  }

  private static void requireInRange(String name, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(
          "calllog.rate-limit.%s must be from 1 to %,d".formatted(name, MOST));
    }
  }
}
