package io.calllog.persistence.shared;

import io.calllog.domain.shared.Conflict;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * The rows of one kind of aggregate. Every write is flushed at once: violated constraints and lost
 * races show where they happen, and SQL in the same transaction sees what was written. Thread-safe.
 *
 * @param <E> the row
 */
@NoRepositoryBean
public interface StoredAggregates<E extends StoredAggregate> extends Repository<E, UUID> {

  /** The row, hidden or not, as the transaction knows it. */
  Optional<E> findById(UUID id);

  /** The row, unless hidden. */
  Optional<E> findByIdAndDeletedAtIsNull(UUID id);

  /**
   * The row, unless hidden, locked until the transaction ends. Answers the last committed state
   * only if the transaction has not read it before: clear the entity manager first.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select e from #{#entityName} e where e.id = :id and e.deletedAt is null")
  Optional<E> findLocked(UUID id);

  /** The row, if it is hidden; otherwise as {@link #findLocked}. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select e from #{#entityName} e where e.id = :id and e.deletedAt is not null")
  Optional<E> findHiddenLocked(UUID id);

  /** Inserts or updates the row. */
  E saveAndFlush(E row);

  /**
   * The row to be changed.
   *
   * @param version that the change is based on
   * @throws Conflict {@code lost-race} when the row is of another version, hidden or absent
   */
  default E current(UUID id, long version) {
    E row = currentOrHidden(id, version);
    if (row.isHidden()) {
      throw Conflict.lostRace();
    }
    return row;
  }

  /**
   * The row to be changed, hidden or not.
   *
   * @param version that the change is based on
   * @throws Conflict {@code lost-race} when the row is of another version, or absent
   */
  default E currentOrHidden(UUID id, long version) {
    return findById(id).filter(row -> row.getVersion() == version).orElseThrow(Conflict::lostRace);
  }

  /**
   * Writes a changed row.
   *
   * @return the row with its new version
   * @throws Conflict {@code lost-race} when somebody else changed it since it was read
   */
  default E change(E row) {
    try {
      return saveAndFlush(row);
    } catch (OptimisticLockingFailureException _) {
      throw Conflict.lostRace();
    }
  }
}
