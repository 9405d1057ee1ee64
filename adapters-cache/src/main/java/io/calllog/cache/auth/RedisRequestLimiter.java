package io.calllog.cache.auth;

import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.view.Allowance;
import java.time.Duration;

/** Requests, counted in Redis. */
final class RedisRequestLimiter implements RequestLimiter {

  private final Buckets buckets;

  RedisRequestLimiter(RateLimitSettings.Api settings, Buckets.Factory factory) {
    this.buckets =
        factory.of(
            new BucketPolicy("api", settings.burst(), settings.perMinute(), Duration.ofMinutes(1)));
  }

  @Override
  public Allowance take(String caller) {
    Level level = buckets.of(caller).take();
    if (!level.granted()) {
      buckets.countRefusal();
    }
    BucketPolicy policy = buckets.policy();
    return new Allowance(
        policy.name(),
        level.granted(),
        policy.capacity(),
        policy.window(),
        level.remaining(),
        level.untilMore());
  }
}
