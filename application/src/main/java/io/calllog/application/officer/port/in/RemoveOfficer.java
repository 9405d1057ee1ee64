package io.calllog.application.officer.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.officer.OfficerId;

/** Deletes the account of an officer. */
public interface RemoveOfficer {

  /**
   * Deletes the officer, revokes their tokens, and frees the e-mail address. Their calls remain.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the officer
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.Conflict {@code last-administrator} if no active administrator
   *     would be left
   */
  void remove(Command command);

  record Command(Caller caller, OfficerId id, ExpectedVersion expected) {}
}
