package io.calllog.application.officer.port.out;

import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores officers. Only {@link #findDeletedForUpdate} finds deleted ones. Writing requires a
 * transaction. A change to a stale version throws {@link io.calllog.domain.shared.Conflict} {@code
 * lost-race}, an e-mail address of another officer {@code email-taken}. A region that does not
 * exist throws {@link io.calllog.domain.shared.InvalidInput} {@code unknown-reference}, or {@code
 * lost-race} if it was moved or deleted a moment ago. Thread-safe.
 */
public interface OfficerRepository {

  /** Finds an officer. */
  Optional<Officer> find(OfficerId id);

  /** Finds an officer and locks it until the transaction ends. */
  Optional<Officer> findForUpdate(OfficerId id);

  /** Finds and locks a deleted officer, like {@link #findForUpdate}. */
  Optional<Officer> findDeletedForUpdate(OfficerId id);

  /** Finds the officer with this e-mail address, ignoring case. */
  Optional<Officer> findByEmail(EmailAddress email);

  /** Adds an officer. */
  void add(Officer officer);

  /** Stores a changed copy of the stored officer and returns it with the next version. */
  Officer update(Officer officer);

  /** Marks an officer as deleted and frees the e-mail address. Their calls remain. */
  void remove(Officer officer, Instant now);

  /**
   * Marks a deleted officer as not deleted and returns it with the next version.
   *
   * @throws io.calllog.domain.shared.Conflict {@code region-deleted} if no region has the path of
   *     one of their regions any more
   */
  Officer restore(Officer officer, Instant now);

  /** Stores an erased copy of an officer, deleted or not, and marks it as deleted. */
  void erase(Officer officer, Instant now);

  /**
   * Counts the active administrators and blocks other callers until the transaction ends, so that
   * the last two cannot be removed concurrently. To avoid deadlocks, call it after locking rows.
   */
  long lockAndCountActiveAdmins();
}
