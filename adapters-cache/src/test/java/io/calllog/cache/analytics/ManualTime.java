package io.calllog.cache.analytics;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
final class ManualTime implements InstantSource, Ticker {

  private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOON);

  void pass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public long read() {
    return Duration.between(Samples.NOON, now.get()).toNanos();
  }
}
