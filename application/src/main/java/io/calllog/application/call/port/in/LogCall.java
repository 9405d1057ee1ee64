package io.calllog.application.call.port.in;

import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.OfficerId;
import org.jspecify.annotations.Nullable;

/** An officer, or somebody for them, logs a call. */
public interface LogCall {

  /**
   * Logs the call. A repeat of a request with an id logs nothing and answers the call as it is now,
   * even where the request would no longer be accepted.
   *
   * @throws io.calllog.domain.shared.InvalidInput when the start is out of range; {@code
   *     unknown-reference} when officer or client are not there for the actor
   * @throws io.calllog.domain.shared.NotPermitted when the actor may not log calls of the officer
   * @throws io.calllog.domain.shared.Conflict {@code call-id-taken} when the id was used for
   *     another request, {@code call-deleted} when the call it stands for was deleted since
   */
  Result log(Command command);

  /**
   * The parameters.
   *
   * @param id made by the client; null to have one made
   * @param officerId the officer of the call; the actor if null
   */
  record Command(
      Caller caller, @Nullable CallId id, @Nullable OfficerId officerId, CallFacts facts) {}

  /**
   * What came of it.
   *
   * @param call as it is now
   * @param repeated whether it had been logged by the same request before
   */
  record Result(CallView call, boolean repeated) {}
}
