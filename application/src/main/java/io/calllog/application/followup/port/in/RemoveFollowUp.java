package io.calllog.application.followup.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.followup.FollowUpId;

/** Deletes a follow-up. */
public interface RemoveFollowUp {

  /**
   * Deletes a follow-up from lists and figures. Its id cannot be used again.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the follow-up
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not delete it
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   */
  void remove(Command command);

  record Command(Caller caller, FollowUpId id, ExpectedVersion expected) {}
}
