package io.calllog.application.officer.port.out;

import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps officers. The deleted are as good as absent. Whatever writes demands a transaction of the
 * caller's. Thread-safe.
 */
public interface OfficerRepository {

  /** The officer, if there is one of this id. */
  Optional<Officer> find(OfficerId id);

  /**
   * The officer as last committed, and nobody else can change them until the transaction ends: a
   * second caller waits.
   */
  Optional<Officer> findForUpdate(OfficerId id);

  /** The officer of this id that was deleted, locked as by {@link #findForUpdate}. */
  Optional<Officer> findDeletedForUpdate(OfficerId id);

  /** The officer who signs in with this address, whatever its case. */
  Optional<Officer> findByEmail(EmailAddress email);

  /**
   * Keeps a new officer.
   *
   * @throws io.calllog.domain.shared.Conflict {@code email-taken} when a living officer has the
   *     address, also when both are added at the same moment
   */
  void add(Officer officer);

  /**
   * Keeps a changed officer.
   *
   * @param officer a later snapshot of what was found, of the same version
   * @return the officer with the new version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the stored version is another,
   *     {@code email-taken} as for {@link #add}
   */
  Officer update(Officer officer);

  /**
   * Hides the officer from now on and frees the e-mail address; their calls stay.
   *
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the stored version is another
   */
  void remove(Officer officer, Instant now);

  /**
   * Stores an officer without personal data, and hides them if that was not done before.
   *
   * @param officer a later snapshot of what was found, deleted or not, of the same version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the stored version is another
   */
  void erase(Officer officer, Instant now);

  /**
   * Counts the active administrators, and until the transaction ends everybody else who asks waits:
   * so that two who each take one away cannot both find one left. Take this lock last.
   */
  long countActiveAdminsExclusively();
}
