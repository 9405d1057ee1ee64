package io.calllog.application.call.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.call.CallId;

/** Deletes a call. */
public interface RemoveCall {

  /**
   * Deletes a call from lists and figures. Its id cannot be used again.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the call
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not delete it
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   */
  void remove(Command command);

  record Command(Caller caller, CallId id, ExpectedVersion expected) {}
}
