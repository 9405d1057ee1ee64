package io.calllog.cache.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  private record LookUps(String report, Result result) {}

  private final MeterProvider<Counter> lookUps;
  private final Map<LookUps, Counter> counters = new ConcurrentHashMap<>();
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
    counters.computeIfAbsent(new LookUps(report, result), this::counter).increment();
  }

  private Counter counter(LookUps of) {
    String result = of.result.name().toLowerCase(Locale.ROOT);
    return lookUps.withTags("view", of.report, "result", result);
  }

  <T> T time(String report, Supplier<T> computation) {
    return computations.withTag("view", report).record(computation);
  }
}
