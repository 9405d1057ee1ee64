package io.calllog.cache.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.calllog.application.auth.view.RateLimitDecision;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits requests with a token bucket per caller, which all nodes share in Redis. While more than
 * half of a bucket is left, a node takes some tokens in advance, and grants the next requests of
 * the caller without asking Redis. Near the limit it takes one token for each request, so that
 * nodes refuse only what all of them together must refuse. A node holds at most 1 % of what a
 * caller may send in a minute (ADR 0036). Thread-safe.
 */
final class RedisRequestLimiter {

  /** After this time without an answer of Redis, a node does not know what others have taken. */
  private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Buckets buckets;
  private final long tokenNanos;
  private final long inAdvance;
  private final Cache<String, Account> accounts;

  RedisRequestLimiter(Buckets buckets) {
    this.buckets = buckets;
    this.tokenNanos = buckets.timeToAdd(1).toNanos();
    long perMinute = buckets.capacity() + buckets.perMinute();
    this.inAdvance = Math.min(perMinute / 100, buckets.capacity() / 4);
    this.accounts =
        Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(buckets.timeToFill()).build();
  }

  /** See {@link io.calllog.application.auth.port.out.RequestLimiter}. */
  RateLimitDecision take(String caller, int requests) {
    Account account = accounts.get(caller, _ -> new Account());
    RateLimitDecision decision = requests == 1 ? account.takeWithoutContention(caller) : null;
    return decision == null ? account.ask(caller, requests, 0) : decision;
  }

  private RateLimitDecision granted(long remaining, long nanosToFull) {
    return decision(true, remaining, remaining + 1, nanosToFull);
  }

  /** Counts the decision, and tells the time until the bucket has the wanted tokens. */
  private RateLimitDecision decision(
      boolean granted, long remaining, long wanted, long nanosToFull) {
    buckets.count(granted);
    long untilMore = nanosToFull - tokenNanos * (buckets.capacity() - wanted);
    return new RateLimitDecision(
        buckets.name(),
        granted,
        Math.toIntExact(buckets.capacity()),
        buckets.timeToFill(),
        remaining,
        Duration.ofNanos(Math.max(0, untilMore)));
  }

  /** What this node knows about the bucket of a caller, and the tokens that it holds. */
  private final class Account {

    private long held;
    private boolean nearLimit;
    private long askedAt = buckets.clock().currentTimeNanos() - MAX_AGE_NANOS - 1;

    /** When the bucket in Redis is full, if nobody takes a token, with the held ones given back. */
    private long fullAt;

    /**
     * Takes a held token, or asks Redis for some. One request asks at a time, so that the others
     * find what it got. Returns null if the limit is near, because then all may ask at once.
     */
    synchronized @Nullable RateLimitDecision takeWithoutContention(String caller) {
      long now = buckets.clock().currentTimeNanos();
      if (held > 0) {
        held--;
        fullAt = Math.max(fullAt, now) + tokenNanos;
        // A token that is nearly added counts, because the times are rounded.
        long missing = Math.ceilDiv(fullAt - now - tokenNanos / 8, tokenNanos);
        return granted(Math.max(0, buckets.capacity() - missing), fullAt - now);
      }
      return nearLimit ? null : ask(caller, 1, now - askedAt > MAX_AGE_NANOS ? 0 : inAdvance);
    }

    /** Takes these tokens and, if there are as many, more tokens in advance. */
    RateLimitDecision ask(String caller, int tokens, long more) {
      return buckets.use(
          caller,
          bucket -> {
            if (more > 0 && !(bucket instanceof LocalBucket)) {
              ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens + more);
              if (probe.isConsumed()) {
                return answered(bucket, probe, tokens, more);
              }
            }
            return answered(bucket, bucket.tryConsumeAndReturnRemaining(tokens), tokens, 0);
          });
    }

    private synchronized RateLimitDecision answered(
        Bucket bucket, ConsumptionProbe probe, int tokens, long more) {
      held += more;
      askedAt = buckets.clock().currentTimeNanos();
      nearLimit =
          bucket instanceof LocalBucket || probe.getRemainingTokens() <= buckets.capacity() / 2;
      long nanosToFull = probe.getNanosToWaitForReset() - tokenNanos * held;
      fullAt = askedAt + nanosToFull;
      long remaining = probe.getRemainingTokens() + held;
      if (probe.isConsumed()) {
        return granted(remaining, nanosToFull);
      }
      return decision(false, remaining, tokens, nanosToFull);
    }
  }
}
