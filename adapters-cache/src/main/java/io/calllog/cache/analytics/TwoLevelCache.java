package io.calllog.cache.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.cache.analytics.CacheMetrics.Result;
import io.calllog.cache.shared.GuardedRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps answers in this process for up to one second, and in Redis for the time to live. If an
 * answer is in neither, it is computed once for all callers that wait for it. While Redis is
 * unavailable, only the first level is used. Thread-safe.
 */
final class TwoLevelCache implements ReportCache {

  private static final Logger LOG = LoggerFactory.getLogger(TwoLevelCache.class);

  /** Increase the number when {@link Entry} changes, so that two releases can share Redis. */
  private static final String PREFIX = "calllog:figures:1:";

  private static final Duration NEAR_TIME_TO_LIVE = Duration.ofSeconds(1);
  private static final long NEAR_BYTES = 50_000_000;

  /** Approximate size of a key and an entry without the body. */
  private static final int OVERHEAD_BYTES = 1_000;

  /** Spreads the expiry of entries that were computed at the same time. */
  private static final int MAX_JITTER_PERCENT = 10;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Cache<Key, Entry> near;
  private final GuardedRedis redis;
  private final Duration timeToLive;
  private final InstantSource clock;
  private final CacheMetrics metrics;
  private final SingleFlight<Key, ReportAnswer> computations = new SingleFlight<>();

  /**
   * A cached answer.
   *
   * @param until when it expires, by the clock of the node that computed it
   */
  private record Entry(Instant until, ReportAnswer answer) {}

  /**
   * Creates an empty cache.
   *
   * @param ticker the time source of the first level, in nanoseconds
   */
  TwoLevelCache(
      Duration timeToLive,
      GuardedRedis redis,
      InstantSource clock,
      Ticker ticker,
      CacheMetrics metrics) {
    this.timeToLive = timeToLive;
    this.redis = redis;
    this.clock = clock;
    this.metrics = metrics;
    this.near =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(NEAR_TIME_TO_LIVE)
            .maximumWeight(NEAR_BYTES)
            .weigher((Key _, Entry entry) -> OVERHEAD_BYTES + entry.answer().body().length)
            .build();
  }

  @Override
  public ReportAnswer answer(Key key, Freshness freshness, Supplier<ReportAnswer> computation) {
    return switch (freshness) {
      case NEW -> computations.joinNext(key, () -> compute(key, computation));
      case RECENT -> {
        ReportAnswer answer = findNear(key);
        yield answer != null ? answer : computations.join(key, () -> find(key, computation));
      }
    };
  }

  private @Nullable ReportAnswer findNear(Key key) {
    Entry entry = near.getIfPresent(key);
    if (entry == null || !clock.instant().isBefore(entry.until())) {
      return null;
    }
    metrics.count(key.question().name(), Result.NEAR);
    return entry.answer();
  }

  private ReportAnswer find(Key key, Supplier<ReportAnswer> computation) {
    // Another computation may have ended since the caller looked.
    ReportAnswer answer = findNear(key);
    if (answer != null) {
      return answer;
    }
    Entry entry = findInRedis(key);
    if (entry == null) {
      return compute(key, computation);
    }
    near.put(key, entry);
    return entry.answer();
  }

  private ReportAnswer compute(Key key, Supplier<ReportAnswer> computation) {
    ReportAnswer answer = metrics.time(key.question().name(), computation);
    var entry = new Entry(answer.asOf().plus(timeToLive).minus(jitter()), answer.fromCache());
    near.put(key, entry);
    keepInRedis(key, entry);
    return answer;
  }

  private Duration jitter() {
    long most = timeToLive.toNanos() * MAX_JITTER_PERCENT / 100;
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most + 1));
  }

  private @Nullable Entry findInRedis(Key key) {
    Entry entry = null;
    Result result;
    try {
      String text = redis.get(redisKey(key));
      entry = text == null ? null : JSON.readValue(text, Entry.class);
      result = text == null ? Result.MISS : entry == null ? Result.CORRUPT : Result.HIT;
    } catch (JacksonException e) {
      LOG.debug("Redis has no valid report under the key {}", key, e);
      result = Result.CORRUPT;
    } catch (RuntimeException e) {
      LOG.debug("Redis failed to get {}", key, e);
      result = Result.FAILURE;
    }
    metrics.count(key.question().name(), result);
    return entry;
  }

  private void keepInRedis(Key key, Entry entry) {
    Duration left = Duration.between(clock.instant(), entry.until());
    if (left.toMillis() <= 0) {
      return;
    }
    try {
      redis.set(redisKey(key), JSON.writeValueAsString(entry), left);
    } catch (RuntimeException e) {
      LOG.debug("Redis failed to set {}", key, e);
      metrics.count(key.question().name(), Result.FAILURE);
    }
  }

  /**
   * JSON, because quoted values cannot make two different keys equal. The type of the visibility is
   * part of the key, because two types may have the same components.
   */
  private static String redisKey(Key key) {
    return PREFIX
        + key.question().name()
        + ":"
        + key.visibility().getClass().getSimpleName()
        + ":"
        + JSON.writeValueAsString(key);
  }
}
