package io.calllog.application.officer.port.in;

import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.officer.OfficerId;

/** Brings the deleted account of an officer back. */
public interface RestoreOfficer {

  /**
   * Restores an officer as they were when they were deleted, with the password. Their sessions stay
   * ended. An officer who is not deleted stays as they are, so the request can be repeated.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the officer, or the officer
   *     is deleted and the actor is not an administrator
   * @throws io.calllog.domain.shared.NotPermitted if the officer is not deleted and the actor is
   *     not an administrator
   * @throws io.calllog.domain.shared.Conflict {@code erased} if the personal data was erased;
   *     {@code region-deleted} if a region of theirs does not exist any more; {@code email-taken}
   *     if another officer has the e-mail address
   */
  OfficerView restore(Command command);

  record Command(Caller caller, OfficerId id) {}
}
