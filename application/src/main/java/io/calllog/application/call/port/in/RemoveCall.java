package io.calllog.application.call.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.call.CallId;

/** Somebody deletes a call. */
public interface RemoveCall {

  /**
   * Hides the call from lists and figures; its id stays used.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the call
   * @throws io.calllog.domain.shared.NotPermitted when the actor may not delete it
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected
   */
  void remove(Command command);

  /**
   * The deletion wanted.
   *
   * @param caller who asks
   * @param id of which call
   * @param expected the versions that the change applies to
   */
  record Command(Caller caller, CallId id, ExpectedVersion expected) {}
}
