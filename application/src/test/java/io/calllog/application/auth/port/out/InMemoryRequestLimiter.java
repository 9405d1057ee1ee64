package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.RateLimitDecision;
import io.calllog.application.testing.SettableClock;
import java.time.Duration;

/** Fake that grants 60 requests at once and 300 a minute. Thread-safe. */
public final class InMemoryRequestLimiter implements RequestLimiter {

  private final TokenBuckets buckets;

  public InMemoryRequestLimiter(SettableClock clock) {
    this.buckets = new TokenBuckets(60, 300, Duration.ofMinutes(1), clock);
  }

  @Override
  public synchronized RateLimitDecision take(String caller, int requests) {
    boolean granted = buckets.tokens(caller) >= requests;
    if (granted) {
      buckets.take(caller, requests);
    }
    return new RateLimitDecision(
        "api",
        granted,
        buckets.capacity,
        buckets.window(),
        buckets.tokens(caller),
        granted ? buckets.untilMore(caller) : buckets.untilThere(caller, requests));
  }
}
