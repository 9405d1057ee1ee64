package io.calllog.application.call.port.in;

import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.OfficerId;
import java.util.function.Function;

/** Corrects a call. */
public interface ReviseCall {

  /**
   * Applies changes to the current call. Concurrent changes are applied one after the other.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the call
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not change it, or the edit names
   *     another officer and the actor does not lead the regions of the call and of that officer
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput if the new start is out of range or more than 24
   *     hours from the time in the id; {@code unknown-reference} if the actor cannot see the new
   *     client or the new officer
   */
  CallView revise(Command command);

  /** The parameters. The changes make an edit of the current call. */
  record Command(
      Caller caller, CallId id, ExpectedVersion expected, Function<Call, Edit> changes) {}

  /** The new values of a call. */
  record Edit(OfficerId officerId, CallFacts facts) {}
}
