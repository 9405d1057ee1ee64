package io.calllog.application.officer.port.out;

import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores officers. Deleted officers are not found unless stated otherwise. Methods that write
 * require a transaction. Thread-safe.
 */
public interface OfficerRepository {

  /** Finds an officer. */
  Optional<Officer> find(OfficerId id);

  /**
   * Finds and locks an officer, as last committed. Other callers wait until the transaction ends.
   */
  Optional<Officer> findForUpdate(OfficerId id);

  /** Finds and locks a deleted officer, like {@link #findForUpdate}. */
  Optional<Officer> findDeletedForUpdate(OfficerId id);

  /** Finds the officer with this e-mail address, ignoring case. */
  Optional<Officer> findByEmail(EmailAddress email);

  /**
   * Adds an officer.
   *
   * @throws io.calllog.domain.shared.Conflict {@code email-taken} if another officer has the
   *     address
   */
  void add(Officer officer);

  /**
   * Stores a changed officer.
   *
   * @param officer a changed copy of the officer found, with the same version
   * @return the officer with the new version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the stored version differs,
   *     {@code email-taken} if another officer has the address
   */
  Officer update(Officer officer);

  /**
   * Marks an officer as deleted and frees the e-mail address. Their calls remain.
   *
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the stored version differs
   */
  void remove(Officer officer, Instant now);

  /**
   * Stores an officer without personal data and marks them as deleted.
   *
   * @param officer an erased copy of the officer found, deleted or not, with the same version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the stored version differs
   */
  void erase(Officer officer, Instant now);

  /**
   * Counts the active administrators. Other callers of this method wait until the transaction ends,
   * so that two transactions cannot each remove one of the last two administrators. To avoid
   * deadlocks, call it after locking rows.
   */
  long lockAndCountActiveAdmins();
}
