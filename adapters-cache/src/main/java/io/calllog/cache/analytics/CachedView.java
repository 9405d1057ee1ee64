package io.calllog.cache.analytics;

import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One view and what is kept of it: near, and in Redis. What is in neither is computed, once for all
 * who ask meanwhile. Thread-safe.
 *
 * @param <T> the kind of figures
 */
final class CachedView<T> {

  /** Entries of one moment do not all end at one moment: up to so much of their time is taken. */
  private static final int JITTER_PERCENT = 10;

  private final String prefix;
  private final NearReports<T> near;
  private final RedisReports<T> redis;
  private final Duration timeToLive;
  private final InstantSource clock;
  private final ViewMetrics metrics;
  private final SingleFlight<Report<T>> computations = new SingleFlight<>();

  CachedView(
      String prefix,
      NearReports<T> near,
      RedisReports<T> redis,
      Duration timeToLive,
      InstantSource clock,
      ViewMetrics metrics) {
    this.prefix = prefix;
    this.near = near;
    this.redis = redis;
    this.timeToLive = timeToLive;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * The report that answers a question.
   *
   * @param question everything that the answer depends on
   * @param computation may run on the thread of anybody who asks this; its failure is theirs too
   * @throws io.calllog.application.shared.Unavailable when interrupted while waiting for another's
   */
  Report<T> report(String question, Freshness freshness, Supplier<Report<T>> computation) {
    String key = prefix + question;
    return switch (freshness) {
      case RECENT -> {
        Report<T> known = findNear(key);
        yield known != null ? known : computations.join(key, () -> find(key, computation));
      }
      case NEW -> computations.beginLater(key, () -> compute(key, computation));
    };
  }

  private @Nullable Report<T> findNear(String key) {
    Report<T> known = near.find(key);
    if (known != null) {
      metrics.count(LookUp.NEAR);
    }
    return known;
  }

  private Report<T> find(String key, Supplier<Report<T>> computation) {
    // Another computation may have ended between the first look and this one.
    Report<T> known = findNear(key);
    if (known != null) {
      return known;
    }
    Kept<T> kept = redis.find(key);
    if (kept == null) {
      return compute(key, computation);
    }
    near.keep(key, kept);
    return kept.report();
  }

  private Report<T> compute(String key, Supplier<Report<T>> computation) {
    Instant began = clock.instant();
    Report<T> report = metrics.time(computation);
    Kept<T> kept = new Kept<>(until(report.asOf(), began), report);
    near.keep(key, kept);
    redis.keep(key, kept);
    return report;
  }

  /** Figures age from their moment on; where the database's clock differs, this one is right. */
  private Instant until(Instant asOf, Instant began) {
    Instant ended = clock.instant();
    Instant moment = asOf.isBefore(began) ? began : asOf.isAfter(ended) ? ended : asOf;
    long mostJitter = timeToLive.toNanos() * JITTER_PERCENT / 100;
    return moment.plus(timeToLive).minusNanos(ThreadLocalRandom.current().nextLong(mostJitter + 1));
  }
}
