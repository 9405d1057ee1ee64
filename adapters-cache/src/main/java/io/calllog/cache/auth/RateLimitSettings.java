package io.calllog.cache.auth;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rate limits. Every number is from 1 to 1,000,000,000.
 *
 * @param api requests of an officer, or of an address that is not signed in
 * @param auth registrations and failed sign-ins of an address
 * @param loginFailures failed sign-ins of an account
 */
@ConfigurationProperties("calllog.rate-limit")
record RateLimitSettings(
    @DefaultValue Api api, @DefaultValue Auth auth, @DefaultValue LoginFailures loginFailures) {

  private static final int MAX = 1_000_000_000;

  /**
   * Requests.
   *
   * @param perMinute how many per minute in the long run
   * @param burst how many at once after a pause
   */
  record Api(@DefaultValue("300") int perMinute, @DefaultValue("60") int burst) {

    Api {
      requireInRange("api.per-minute", perMinute);
      requireInRange("api.burst", burst);
    }
  }

  /**
   * Registrations and failed sign-ins of an address.
   *
   * @param perMinute how many per minute, which may come at once
   */
  record Auth(@DefaultValue("10") int perMinute) {

    Auth {
      requireInRange("auth.per-minute", perMinute);
    }
  }

  /**
   * Failed sign-ins in 15 minutes.
   *
   * @param perAccountAndAddress for one account from one address
   * @param perAccount for one account from all addresses
   */
  record LoginFailures(
      @DefaultValue("5") int perAccountAndAddress, @DefaultValue("50") int perAccount) {

    LoginFailures {
      requireInRange("login-failures.per-account-and-address", perAccountAndAddress);
      requireInRange("login-failures.per-account", perAccount);
    }
  }

  private static void requireInRange(String name, int value) {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException(
          "calllog.rate-limit.%s must be from 1 to %,d".formatted(name, MAX));
    }
  }
}
