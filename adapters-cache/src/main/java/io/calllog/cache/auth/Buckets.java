package io.calllog.cache.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.calllog.application.shared.Sha256;
import io.calllog.cache.shared.GuardedRedis;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.local.LocalBucket;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token buckets of one limit. All nodes share one bucket per subject in Redis. The key contains
 * a hash of the subject, because a subject identifies a person. While Redis fails, each node uses
 * local buckets, which are full at first. Thread-safe.
 */
final class Buckets {

  private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);

  /** Covers all commands of a decision: two, and two more each time another node was faster. */
  private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(5);

  private final String name;
  private final Bandwidth size;
  private final String keyPrefix;
  private final TimeMeter clock;
  private final GuardedRedis redis;
  private final ProxyManager<byte[]> proxyManager;
  private final Cache<String, Bucket> proxies = Caffeine.newBuilder().maximumSize(10_000).build();
  private final Cache<String, Bucket> localBuckets;
  private final Counter localDecisions;
  private final Counter grants;
  private final Counter refusals;

  Buckets(String name, Bandwidth size, GuardedRedis redis, TimeMeter clock, MeterRegistry meters) {
    this.name = name;
    this.size = size;
    // The size is part of the key, because Bucket4j stores the size with the bucket.
    this.keyPrefix =
        "calllog:limit:%s:%s-%s-%s:"
            .formatted(
                name,
                size.getCapacity(),
                size.getRefillTokens(),
                Duration.ofNanos(size.getRefillPeriodNanos()).toSeconds());
    this.clock = clock;
    this.redis = redis;
    this.proxyManager =
        new LettuceBasedProxyManagerBuilder<>(new SharedConnectionApi<byte[]>(redis))
            .clientClock(clock)
            .requestTimeout(REDIS_TIMEOUT)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofSeconds(10)))
            .build();
    this.localBuckets =
        Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(timeToFill()).build();
    this.localDecisions = meters.counter("calllog.rate-limit.local", "policy", name);
    this.grants = meters.counter("calllog.rate-limit.granted", "policy", name);
    this.refusals = meters.counter("calllog.rate-limit.refused", "policy", name);
  }

  String name() {
    return name;
  }

  long capacity() {
    return size.getCapacity();
  }

  /** The number of tokens that are added in a minute. */
  long perMinute() {
    return Duration.ofMinutes(1).dividedBy(timeToAdd(1));
  }

  TimeMeter clock() {
    return clock;
  }

  /** The time in which an empty bucket becomes full. */
  Duration timeToFill() {
    return timeToAdd(size.getCapacity());
  }

  Duration timeToAdd(long tokens) {
    return Duration.ofNanos(size.getRefillPeriodNanos())
        .multipliedBy(tokens)
        .dividedBy(size.getRefillTokens());
  }

  /**
   * Applies the operation to the bucket in Redis or, if Redis fails, to the local bucket, which is
   * a {@link LocalBucket}.
   */
  <R> R use(String subject, Function<Bucket, R> operation) {
    String hash = Sha256.hex(subject);
    try {
      return redis.ask(() -> operation.apply(proxies.get(hash, this::proxy)));
    } catch (RuntimeException e) {
      LOG.debug("Redis failed, so a local bucket decides", e);
      localDecisions.increment();
      return operation.apply(localBuckets.get(hash, _ -> localBucket()));
    }
  }

  void count(boolean granted) {
    (granted ? grants : refusals).increment();
  }

  /** Bucket4j batches concurrent operations on the same proxy. */
  private Bucket proxy(String hash) {
    byte[] key = (keyPrefix + hash).getBytes(StandardCharsets.US_ASCII);
    return proxyManager
        .builder()
        .withOptimization(Optimizations.batching())
        .build(key, () -> BucketConfiguration.builder().addLimit(size).build());
  }

  private Bucket localBucket() {
    return Bucket.builder().addLimit(size).withCustomTimePrecision(clock).build();
  }
}
