package io.calllog.cache.analytics;

import io.calllog.cache.shared.GuardedRedis;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The reports of one view that all nodes share. Never fails: whatever is wrong with Redis, or with
 * what is in it, there is no report then, and it is counted. Thread-safe.
 *
 * @param <T> the kind of figures
 */
final class RedisReports<T> {

  private static final Logger LOG = LoggerFactory.getLogger(RedisReports.class);

  private final GuardedRedis redis;
  private final KeptJson<T> json;
  private final InstantSource clock;
  private final ViewMetrics metrics;

  RedisReports(GuardedRedis redis, KeptJson<T> json, InstantSource clock, ViewMetrics metrics) {
    this.redis = redis;
    this.json = json;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Nullable Kept<T> find(String key) {
    try {
      String text = redis.get(key);
      Kept<T> kept = text == null ? null : json.read(text);
      metrics.count(kept == null ? LookUp.MISS : LookUp.HIT);
      return kept;
    } catch (JacksonException | GuardedRedis.Unreadable e) {
      LOG.debug("There is no report in {}", key, e);
      metrics.count(LookUp.RUBBISH);
    } catch (RuntimeException e) {
      LOG.debug("Redis cannot be asked for {}", key, e);
      metrics.count(LookUp.FAILURE);
    }
    return null;
  }

  /** Takes the place of what was kept, unless it is too old already. */
  void keep(String key, Kept<T> kept) {
    Duration timeToLive = Duration.between(clock.instant(), kept.until());
    if (timeToLive.toMillis() <= 0) {
      return;
    }
    try {
      redis.set(key, json.write(kept), timeToLive);
    } catch (RuntimeException e) {
      LOG.debug("Redis cannot keep {}", key, e);
      metrics.count(LookUp.FAILURE);
    }
  }
}
