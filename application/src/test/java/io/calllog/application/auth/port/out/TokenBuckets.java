package io.calllog.application.auth.port.out;

import io.calllog.application.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Buckets of one size, refilled steadily as the clock is moved. What is in one is kept as the time
 * that it took to get there. Guarded by whoever has them.
 */
final class TokenBuckets {

  final int capacity;
  private final Duration perToken;
  private final SettableClock clock;
  private final Map<String, Bucket> buckets = new HashMap<>();

  private record Bucket(Duration content, Instant at) {}

  TokenBuckets(int capacity, int refill, Duration period, SettableClock clock) {
    this.capacity = capacity;
    this.perToken = period.dividedBy(refill);
    this.clock = clock;
  }

  boolean has(String subject) {
    return content(subject).compareTo(perToken) >= 0;
  }

  /** Whole ones, none when some are owed. */
  long tokens(String subject) {
    return Math.max(0, content(subject).dividedBy(perToken));
  }

  /** Takes tokens, or puts them back when they are negative. */
  void take(String subject, int tokens) {
    Duration left = content(subject).minus(perToken.multipliedBy(tokens));
    buckets.put(subject, new Bucket(atMostFull(left), clock.instant()));
  }

  Duration window() {
    return perToken.multipliedBy(capacity);
  }

  /** Until there is one token more, zero when it is full. */
  Duration untilMore(String subject) {
    Duration content = content(subject);
    return content.equals(window())
        ? Duration.ZERO
        : perToken.multipliedBy(tokens(subject) + 1).minus(content);
  }

  private Duration content(String subject) {
    Bucket bucket = buckets.get(subject);
    return bucket == null
        ? window()
        : atMostFull(bucket.content().plus(Duration.between(bucket.at(), clock.instant())));
  }

  private Duration atMostFull(Duration content) {
    return content.compareTo(window()) > 0 ? window() : content;
  }
}
