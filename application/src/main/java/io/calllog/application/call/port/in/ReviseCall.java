package io.calllog.application.call.port.in;

import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import java.util.function.UnaryOperator;

/** Somebody corrects a call. */
public interface ReviseCall {

  /**
   * Applies the changes to what is there now; changes made at the same moment wait for each other,
   * and none is lost.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the call
   * @throws io.calllog.domain.shared.NotPermitted when the actor may not change it
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput when the new start is out of range or more than
   *     24 hours from the time in the id; {@code unknown-reference} when the new client is none the
   *     actor sees
   */
  CallView revise(Command command);

  /**
   * The changes wanted.
   *
   * @param caller who asks
   * @param id of which call
   * @param expected the versions that the change applies to
   * @param changes field by field
   */
  record Command(
      Caller caller, CallId id, ExpectedVersion expected, UnaryOperator<CallFacts> changes) {}
}
