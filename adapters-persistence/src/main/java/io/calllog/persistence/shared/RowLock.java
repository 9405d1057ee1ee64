package io.calllog.persistence.shared;

import io.calllog.domain.shared.Conflict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Limits how many transactions of this node wait for the lock of one row, so that a row which
 * another session has locked does not take all connections of the pool. A few wait for as long as
 * {@code lock_timeout} allows. The others wait for these, for as long as they get the lock one
 * after another. If none gets it for a moment, changes of the row fail at once for one second.
 * Thread-safe.
 */
final class RowLock {

  private static final int MOST_WAITING = 3;
  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private record Stuck(UUID id, long since) {

    boolean isRecent() {
      return System.nanoTime() - since < PAUSE.toNanos();
    }
  }

  private static final Map<UUID, RowLock> WANTED = new ConcurrentHashMap<>();

  /** The last row whose lock was not available in time. */
  private static volatile @Nullable Stuck stuck;

  private final Semaphore places = new Semaphore(MOST_WAITING, true);

  /** How often the lock was obtained. */
  private final AtomicInteger obtained = new AtomicInteger();

  /** The transactions that want the lock. Changed by the functions of the map only. */
  private int wantedBy;

  private RowLock() {}

  /**
   * Locks a row.
   *
   * @param select waits for the lock in the database
   * @throws Conflict {@code lost-race} if the lock is not available in time, or was not a moment
   *     ago
   */
  static <T> T lock(UUID id, Supplier<T> select) {
    Stuck last = stuck;
    if (last != null && last.id.equals(id) && last.isRecent()) {
      throw Conflict.lostRace();
    }
    RowLock lock = WANTED.compute(id, (_, known) -> wanted(known == null ? new RowLock() : known));
    try {
      return lock.select(id, select);
    } finally {
      WANTED.computeIfPresent(id, (_, known) -> --known.wantedBy == 0 ? null : known);
    }
  }

  private static RowLock wanted(RowLock lock) {
    lock.wantedBy++;
    return lock;
  }

  private <T> T select(UUID id, Supplier<T> select) {
    if (!hasPlace()) {
      stuck = new Stuck(id, System.nanoTime());
      throw Conflict.lostRace();
    }
    try {
      T row = select.get();
      obtained.incrementAndGet();
      return row;
    } catch (PessimisticLockingFailureException e) {
      if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException failure
          && LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
        stuck = new Stuck(id, System.nanoTime());
      }
      throw e;
    } finally {
      places.release();
    }
  }

  private boolean hasPlace() {
    try {
      int before;
      do {
        before = obtained.get();
        if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          return true;
        }
      } while (obtained.get() != before);
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
