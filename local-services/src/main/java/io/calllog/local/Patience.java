package io.calllog.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something another process does and nobody reports. */
final class Patience {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private Patience() {}

  /** Whether the condition became true in time; an interrupt ends the wait and is kept. */
  static boolean waitUntil(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return condition.getAsBoolean();
      }
    }
    return true;
  }
}
