package io.calllog.application.call.port.in;

import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallId;

/** Brings a deleted call back. */
public interface RestoreCall {

  /**
   * Restores a call as it was when it was deleted. It counts in the figures again. A call that is
   * not deleted stays as it is, so the request can be repeated.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the call, or it is deleted
   *     and the actor may not delete it
   * @throws io.calllog.domain.shared.NotPermitted if the call is not deleted and the actor may not
   *     delete it
   * @throws io.calllog.application.shared.NotKept if the call is too old to be kept
   */
  CallView restore(Command command);

  record Command(Caller caller, CallId id) {}
}
