package io.calllog.cache.auth;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rate limits. Every number must be from 1 to 1,000,000,000.
 *
 * @param api requests per officer, or per address without a valid token
 * @param auth registrations and failed sign-ins per address
 * @param loginFailures failed sign-ins per account in 15 minutes
 */
@ConfigurationProperties("calllog.rate-limit")
record RateLimitSettings(
    @DefaultValue Api api, @DefaultValue Auth auth, @DefaultValue LoginFailures loginFailures) {

  private static final int MAX = 1_000_000_000;

  RateLimitSettings {
    requireInRange("api.per-minute", api.perMinute);
    requireInRange("api.burst", api.burst);
    requireInRange("auth.per-minute", auth.perMinute);
    requireInRange("login-failures.per-account-and-address", loginFailures.perAccountAndAddress);
    requireInRange("login-failures.per-account", loginFailures.perAccount);
  }

  /**
   * Limits of requests.
   *
   * @param perMinute long-term average per minute
   * @param burst maximum number of requests at once
   */
  record Api(@DefaultValue("300") int perMinute, @DefaultValue("60") int burst) {}

  /**
   * Limits of registrations and failed sign-ins.
   *
   * @param perMinute average per minute, and maximum at once
   */
  record Auth(@DefaultValue("10") int perMinute) {}

  /**
   * Limits of failed sign-ins.
   *
   * @param perAccountAndAddress maximum for one account from one address
   * @param perAccount maximum for one account from all addresses
   */
  record LoginFailures(
      @DefaultValue("5") int perAccountAndAddress, @DefaultValue("50") int perAccount) {}

  private static void requireInRange(String name, int value) {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "calllog.rate-limit.%s must be from 1 to %,d", name, MAX));
    }
  }
}
