package io.calllog.application.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. Thread-safe. */
public final class SettableClock implements InstantSource {

  private volatile Instant now;

  /** Stands at this time. */
  public SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves to a later time. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }
}
