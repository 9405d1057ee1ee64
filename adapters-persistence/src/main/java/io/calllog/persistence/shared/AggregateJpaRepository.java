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
 * The rows of one kind of aggregate. Every write is flushed at once, so that violated constraints
 * and lost races are thrown where they happen, and SQL in the same transaction sees the write.
 * Thread-safe.
 *
 * @param <E> the entity
 */
@NoRepositoryBean
public interface AggregateJpaRepository<E extends AggregateEntity> extends Repository<E, UUID> {

  /** The row, deleted or not, from the persistence context if it has the row. */
  Optional<E> findById(UUID id);

  /** The row, unless it is deleted. */
  Optional<E> findByIdAndDeletedAtIsNull(UUID id);

  /**
   * The row, unless it is deleted, locked until the transaction ends. To read the last committed
   * state, clear the entity manager first.
   *
   * @throws Conflict {@code lost-race} if the lock is not available in time, or was not a moment
   *     ago
   */
  default Optional<E> findLocked(UUID id) {
    return RowLock.lock(id, () -> selectLocked(id));
  }

  /** The row as of {@link #findLocked}, which is to be used. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select e from #{#entityName} e where e.id = :id and e.deletedAt is null")
  Optional<E> selectLocked(UUID id);

  /** The row, if it is deleted, locked as by {@link #findLocked}. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select e from #{#entityName} e where e.id = :id and e.deletedAt is not null")
  Optional<E> findDeletedLocked(UUID id);

  /** Inserts or updates the row. */
  E saveAndFlush(E row);

  /**
   * Finds a row in order to change it.
   *
   * @param version the version that the change is based on
   * @throws Conflict {@code lost-race} if the row has another version, is deleted or does not exist
   */
  default E current(UUID id, long version) {
    E row = currentOrDeleted(id, version);
    if (row.isDeleted()) {
      throw Conflict.lostRace();
    }
    return row;
  }

  /**
   * Finds a row, deleted or not, in order to change it.
   *
   * @param version the version that the change is based on
   * @throws Conflict {@code lost-race} if the row has another version or does not exist
   */
  default E currentOrDeleted(UUID id, long version) {
    return findById(id).filter(row -> row.version == version).orElseThrow(Conflict::lostRace);
  }

  /**
   * Writes a changed row.
   *
   * @return the row with its new version
   * @throws Conflict {@code lost-race} if another transaction has changed it since it was read
   */
  default E change(E row) {
    try {
      return saveAndFlush(row);
    } catch (OptimisticLockingFailureException _) {
      throw Conflict.lostRace();
    }
  }
}
