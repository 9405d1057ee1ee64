package io.calllog.application.auth.port.out;

import io.calllog.application.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Token buckets of one size, refilled steadily by the clock. The level of a bucket is stored as a
 * time. Not thread-safe.
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

  /** Returns the number of whole tokens, at least 0. */
  long tokens(String subject) {
    return Math.max(0, content(subject).dividedBy(perToken));
  }

  /** Takes tokens; a negative number refunds them. */
  void take(String subject, int tokens) {
    Duration left = content(subject).minus(perToken.multipliedBy(tokens));
    buckets.put(subject, new Bucket(atMostFull(left), clock.instant()));
  }

  Duration window() {
    return perToken.multipliedBy(capacity);
  }

  /** Returns the time until there is one more token; zero if the bucket is full. */
  Duration untilMore(String subject) {
    return content(subject).equals(window())
        ? Duration.ZERO
        : untilThere(subject, tokens(subject) + 1);
  }

  /** Returns the time until there are so many tokens. */
  Duration untilThere(String subject, long tokens) {
    return perToken.multipliedBy(tokens).minus(content(subject));
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
