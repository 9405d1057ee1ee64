package io.calllog.persistence.shared;

import io.calllog.domain.shared.Conflict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * The last row whose lock was not available within {@code lock_timeout}. For one second after that,
 * changes of the row fail at once. Changes that are queued for it therefore do not wait one after
 * another, and delay changes of other rows only once. Thread-safe.
 */
final class StuckRow {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static volatile @Nullable StuckRow last;

  private final UUID id;
  private final long since = System.nanoTime();

  private StuckRow(UUID id) {
    this.id = id;
  }

  /**
   * Locks a row.
   *
   * @throws Conflict {@code lost-race} if its lock was not available a moment ago
   */
  static <T> T lock(UUID id, Supplier<T> select) {
    StuckRow stuck = last;
    if (stuck != null && stuck.id.equals(id) && stuck.isRecent()) {
      throw Conflict.lostRace();
    }
    try {
      return select.get();
    } catch (PessimisticLockingFailureException e) {
      if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException failure
          && LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
        last = new StuckRow(id);
      }
      throw e;
    }
  }

  private boolean isRecent() {
    return System.nanoTime() - since < PAUSE.toNanos();
  }
}
