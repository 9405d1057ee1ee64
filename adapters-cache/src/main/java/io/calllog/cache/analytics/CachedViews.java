package io.calllog.cache.analytics;

import com.github.benmanes.caffeine.cache.Ticker;
import io.calllog.cache.shared.GuardedRedis;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import tools.jackson.core.type.TypeReference;

/** Makes the caches of the views, which have one Redis and one time to live. */
final class CachedViews {

  private static final String PREFIX = "calllog:figures:";

  private final Duration timeToLive;
  private final GuardedRedis redis;
  private final InstantSource clock;
  private final Ticker ticker;
  private final MeterRegistry meters;

  CachedViews(
      Duration timeToLive,
      GuardedRedis redis,
      InstantSource clock,
      Ticker ticker,
      MeterRegistry meters) {
    this.timeToLive = timeToLive;
    this.redis = redis;
    this.clock = clock;
    this.ticker = ticker;
    this.meters = meters;
  }

  /**
   * The cache of one view.
   *
   * @param name of the view, in keys and metrics
   * @param type what is kept of it
   * @param rows how many rows a content has, more or less
   */
  <T> CachedView<T> of(String name, TypeReference<Kept<T>> type, ToIntFunction<T> rows) {
    ViewMetrics metrics = new ViewMetrics(name, meters);
    return new CachedView<>(
        PREFIX + name + ":" + ShapeVersion.of(type.getType()) + ":",
        new NearReports<>(rows, clock, ticker),
        new RedisReports<>(redis, new KeptJson<>(type), clock, metrics),
        timeToLive,
        clock,
        metrics);
  }
}
