package io.calllog.cache.auth;

import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.view.RateLimitDecision;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** Limits requests with a token bucket per caller. */
record RedisRequestLimiter(Buckets buckets) implements RequestLimiter {

  @Override
  public RateLimitDecision take(String caller, int requests) {
    ConsumptionProbe probe =
        buckets.use(caller, bucket -> bucket.tryConsumeAndReturnRemaining(requests));
    if (!probe.isConsumed()) {
      buckets.countRefusal();
    }
    return new RateLimitDecision(
        buckets.name(),
        probe.isConsumed(),
        Math.toIntExact(buckets.capacity()),
        buckets.timeToFill(),
        probe.getRemainingTokens(),
        untilNextToken(probe));
  }

  /**
   * If the token was granted, Bucket4j returns the time until the bucket is full. The time for all
   * tokens but the next is subtracted.
   */
  private Duration untilNextToken(ConsumptionProbe probe) {
    if (!probe.isConsumed()) {
      return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }
    Duration later = buckets.timeToAdd(buckets.capacity() - probe.getRemainingTokens() - 1);
    Duration next = Duration.ofNanos(probe.getNanosToWaitForReset()).minus(later);
    return next.isNegative() ? Duration.ZERO : next;
  }
}
