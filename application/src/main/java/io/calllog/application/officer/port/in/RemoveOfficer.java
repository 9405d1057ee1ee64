package io.calllog.application.officer.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.officer.OfficerId;

/** An administrator deletes an account. */
public interface RemoveOfficer {

  /**
   * Hides the officer, voids their tokens and frees the e-mail address; their calls stay.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the officer
   * @throws io.calllog.domain.shared.NotPermitted when the actor is no administrator
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected
   * @throws io.calllog.domain.shared.Conflict {@code last-administrator} when no active
   *     administrator would be left
   */
  void remove(Command command);

  /**
   * The deletion wanted.
   *
   * @param caller who asks
   * @param id of whom
   * @param expected the versions that the change applies to
   */
  record Command(Caller caller, OfficerId id, ExpectedVersion expected) {}
}
