package io.calllog.application.followup.port.in;

import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import java.util.function.UnaryOperator;

/** Moves a follow-up, gives it to another officer, or cancels it. */
public interface ReviseFollowUp {

  /**
   * Applies changes to the current follow-up. Concurrent changes are applied one after the other.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the follow-up
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not change it, or the changes
   *     name another officer and the actor does not lead the regions of both officers
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput if the changes complete it, which only a call can
   *     do; {@code unknown-reference} if the actor cannot see the new officer
   * @throws io.calllog.domain.shared.Conflict {@code follow-up-closed} if it is done or cancelled
   */
  FollowUpView revise(Command command);

  record Command(
      Caller caller,
      FollowUpId id,
      ExpectedVersion expected,
      UnaryOperator<FollowUpDetails> changes) {}
}
