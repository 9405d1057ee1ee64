package io.calllog.cache.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;

/** Metrics of the report cache, tagged with the name of the report. Thread-safe. */
final class CacheMetrics {

  /** Result of a look-up; in lower case, the value of the tag {@code result}. */
  enum Result {
    /** Found in this process. */
    NEAR,
    /** Found in Redis. */
    HIT,
    /** Not found. */
    MISS,
    /** Redis failed, or its circuit breaker is open. */
    FAILURE,
    /** Redis returned a text that is not an entry. */
    CORRUPT
  }

  private final MeterProvider<Counter> lookUps;
  private final MeterProvider<Timer> computations;

  CacheMetrics(MeterRegistry meters) {
    this.lookUps =
        Counter.builder("calllog.figures.cache")
            .description("Look-ups of reports in the cache, by their result")
            .withRegistry(meters);
    this.computations =
        Timer.builder("calllog.figures.computation")
            .description("Computations of reports, failed ones included")
            .withRegistry(meters);
  }

  void count(String report, Result result) {
    String tag = result.name().toLowerCase(Locale.ROOT);
    lookUps.withTags("view", report, "result", tag).increment();
  }

  <T> T time(String report, Supplier<T> computation) {
    return computations.withTag("view", report).record(computation);
  }
}
