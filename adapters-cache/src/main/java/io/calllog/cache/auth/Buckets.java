package io.calllog.cache.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.calllog.application.shared.Sha256;
import io.calllog.cache.shared.GuardedRedis;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The buckets of one policy, one for each subject. In Redis they are found by a hash of the
 * subject, for subjects are people, and they vanish when they would be full. Thread-safe.
 */
final class Buckets {

  /** So many subjects at a time, in some hundred bytes each; others begin anew without Redis. */
  private static final int MOST = 100_000;

  private final BucketPolicy policy;
  private final GuardedRedis redis;
  private final ProxyManager<Object> proxies;
  private final TimeMeter clock;
  private final Counter decidedHere;
  private final Counter refused;
  private final Cache<String, SharedBucket> buckets;

  private Buckets(
      BucketPolicy policy,
      GuardedRedis redis,
      ProxyManager<Object> proxies,
      TimeMeter clock,
      MeterRegistry meters) {
    this.policy = policy;
    this.redis = redis;
    this.proxies = proxies;
    this.clock = clock;
    this.decidedHere =
        Counter.builder("calllog.rate-limit.local")
            .description("Decisions made without Redis, by what this node alone knows")
            .tag("policy", policy.name())
            .register(meters);
    this.refused =
        Counter.builder("calllog.rate-limit.refused")
            .description("What was refused because of a limit")
            .tag("policy", policy.name())
            .register(meters);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(policy.window().plusMinutes(1))
            .build();
  }

  /** Makes the buckets of policies, in one Redis. */
  static Factory in(GuardedRedis redis, Duration timeout, TimeMeter clock, MeterRegistry meters) {
    ProxyManager<Object> proxies =
        new LettuceBasedProxyManagerBuilder<>(new RedisCommands(redis))
            .clientClock(clock)
            .requestTimeout(timeout)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofSeconds(10)))
            .build();
    return policy -> new Buckets(policy, redis, proxies, clock, meters);
  }

  /** Whose size they all have. */
  BucketPolicy policy() {
    return policy;
  }

  /** The bucket of a subject. */
  SharedBucket of(String subject) {
    return buckets.get(Sha256.hex(subject), this::create);
  }

  /** Counts that something was refused because a bucket was empty. */
  void countRefusal() {
    refused.increment();
  }

  /** One talks to Redis for all on this node who want the same bucket at the same time. */
  private SharedBucket create(String hash) {
    byte[] key = (policy.prefix() + hash).getBytes(StandardCharsets.US_ASCII);
    Bucket inRedis =
        proxies
            .builder()
            .withOptimization(Optimizations.batching())
            .build(key, () -> policy.configuration(policy.capacity()));
    return new SharedBucket(
        policy, inRedis, () -> proxies.removeProxy(key), redis, clock, decidedHere);
  }

  /** Makes buckets that have a Redis, a clock and a registry in common. */
  interface Factory {

    Buckets of(BucketPolicy policy);
  }
}
