package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.application.testing.SettableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fake that grants 60 requests at once and 300 a minute, or the quota of the caller. Thread-safe.
 */
public final class InMemoryRequestLimiter implements RequestLimiter {

  private final TokenBuckets common;
  private final Map<Integer, TokenBuckets> ofKeys = new HashMap<>();
  private final SettableClock clock;

  public InMemoryRequestLimiter(SettableClock clock) {
    this.common = new TokenBuckets(60, 300, Duration.ofMinutes(1), clock);
    this.clock = clock;
  }

  @Override
  public synchronized RateLimitDecision take(
      String caller, @Nullable Integer perMinute, int requests) {
    return perMinute == null
        ? take("api", common, caller, requests)
        : take("key", ofKeys.computeIfAbsent(perMinute, this::buckets), caller, requests);
  }

  private TokenBuckets buckets(int perMinute) {
    return new TokenBuckets(perMinute, perMinute, Duration.ofMinutes(1), clock);
  }

  private static RateLimitDecision take(
      String policy, TokenBuckets buckets, String caller, int requests) {
    boolean granted = buckets.tokens(caller) >= requests;
    if (granted) {
      buckets.take(caller, requests);
    }
    return new RateLimitDecision(
        policy,
        granted,
        buckets.capacity,
        buckets.window(),
        buckets.tokens(caller),
        granted ? buckets.untilMore(caller) : buckets.untilThere(caller, requests));
  }
}
