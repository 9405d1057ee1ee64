package io.calllog.bootstrap;

import io.calllog.application.shared.Overloaded;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;

/**
 * Lets exports use at most a sixth of the connection pool for reads, but at least one connection.
 * Each holds its connection until the last row was received, which may take minutes. The others are
 * left for short reads. Thread-safe.
 */
final class ExportLimit {

  private static final long MAX_WAIT_MILLIS = 500;

  private final Semaphore places;

  ExportLimit(
      @Value(
              "${calllog.pools.reads.maximum-pool-size:${spring.datasource.hikari.maximum-pool-size}}")
          int poolSize) {
    this.places = new Semaphore(Math.max(1, poolSize / 6), true);
  }

  /**
   * Waits for a place. Call {@link #leave} after the export, unless this method throws.
   *
   * @throws Overloaded if no place became free within half a second
   */
  void enter() {
    try {
      if (!places.tryAcquire(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new Overloaded();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Overloaded();
    }
  }

  void leave() {
    places.release();
  }
}
