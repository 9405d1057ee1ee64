package io.calllog.cache.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What is measured of one view; all of it is there from the start, at zero. Thread-safe. */
final class ViewMetrics {

  private final Counter near;
  private final Counter hit;
  private final Counter miss;
  private final Counter failure;
  private final Counter rubbish;
  private final Timer computation;

  ViewMetrics(String view, MeterRegistry meters) {
    this.near = counter(view, LookUp.NEAR, meters);
    this.hit = counter(view, LookUp.HIT, meters);
    this.miss = counter(view, LookUp.MISS, meters);
    this.failure = counter(view, LookUp.FAILURE, meters);
    this.rubbish = counter(view, LookUp.RUBBISH, meters);
    this.computation =
        Timer.builder("calllog.figures.computation")
            .description("How long it took to compute figures, or to fail at it")
            .tag("view", view)
            .register(meters);
  }

  void count(LookUp result) {
    Counter counter =
        switch (result) {
          case NEAR -> near;
          case HIT -> hit;
          case MISS -> miss;
          case FAILURE -> failure;
          case RUBBISH -> rubbish;
        };
    counter.increment();
  }

  <R> R time(Supplier<R> work) {
    return computation.record(work);
  }

  private static Counter counter(String view, LookUp result, MeterRegistry meters) {
    return Counter.builder("calllog.figures.cache")
        .description("How often figures were looked for in the cache, by how it went")
        .tag("view", view)
        .tag("result", result.tag())
        .register(meters);
  }
}
