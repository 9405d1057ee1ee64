package io.calllog.cache.auth;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * A limit: a bucket of so many tokens, refilled steadily, a token at a time.
 *
 * @param name what it is called in answers, in metrics and in Redis
 * @param capacity tokens of a full bucket
 * @param refill tokens added in each period
 * @param period in which they are added
 */
record BucketPolicy(String name, int capacity, int refill, Duration period) {

  /** A new bucket, with so many tokens in it already. */
  BucketConfiguration configuration(long initialTokens) {
    return BucketConfiguration.builder()
        .addLimit(limit ->
            limit
                .capacity(capacity)
                .refillGreedy(refill, period)
                .initialTokens(Math.clamp(initialTokens, 0, capacity)))
        .build();
  }

  /** How long an empty bucket takes to be full. */
  Duration window() {
    return timeFor(capacity);
  }

  /** How long so many tokens take to be added. */
  Duration timeFor(long tokens) {
    return period.multipliedBy(tokens).dividedBy(refill);
  }

  /** How many whole tokens are added in this time, at most a bucket full. */
  long tokensIn(Duration time) {
    return time.compareTo(window()) >= 0
        ? capacity
        : (long) (capacity * ((double) time.toNanos() / window().toNanos()));
  }

  /** Different for each size: a bucket keeps the size that it was made with. */
  String prefix() {
    return "calllog:limit:%s:%d-%d-%d:".formatted(name, capacity, refill, period.toSeconds());
  }
}
