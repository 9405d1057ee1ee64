package io.calllog.bootstrap;

import io.calllog.application.shared.Unavailable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;

/**
 * Lets transactions that write use at most three quarters of the connection pool. Transactions that
 * wait for a lock therefore never take the connections of those that read. Thread-safe.
 */
final class WriteLimit {

  /**
   * Twice as long as PostgreSQL waits for a lock, so that others get the place of a waiting one.
   */
  private static final long MAX_WAIT_SECONDS = 3;

  private final Semaphore places;

  WriteLimit(@Value("${spring.datasource.hikari.maximum-pool-size}") int poolSize) {
    this.places = new Semaphore(Math.ceilDiv(poolSize * 3, 4), true);
  }

  /**
   * Waits for a place. Each call that returns needs one of {@link #leave}.
   *
   * @throws Unavailable if no place became free within 3 seconds
   */
  void enter() {
    try {
      if (!places.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new Unavailable(new TimeoutException("too many other changes are in progress"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(e);
    }
  }

  void leave() {
    places.release();
  }
}
