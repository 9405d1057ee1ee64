package io.calllog.application.call.port.in;

import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Logs a call of the actor or of another officer. */
public interface LogCall {

  /**
   * Logs a call. If the same request with an id was processed before, nothing is logged and the
   * current call is returned, even if the request would no longer be valid.
   *
   * @throws io.calllog.domain.shared.InvalidInput if the start is out of range; {@code
   *     unknown-reference} if the actor cannot see the officer or the client
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not log calls of the officer
   * @throws io.calllog.domain.shared.Conflict {@code call-id-taken} if the id was used by another
   *     request, {@code call-deleted} if the call of this request was deleted
   */
  Result log(Command command);

  /** The parameters. A null id is generated; a null officer is the actor. */
  record Command(
      Caller caller, @Nullable CallId id, @Nullable OfficerId officerId, CallFacts facts) {

    /** Throws {@link InvalidInput} without an officer if the actor is a key. */
    public Command {
      if (officerId == null && caller.actor().officer() == null) {
        throw new InvalidInput("officerId", "required", "is required when a key logs the call");
      }
    }

    /** Returns the officer of the call. */
    public OfficerId officer() {
      return officerId == null ? caller.actor().requireOfficer() : officerId;
    }

    /** Returns whether it is a call of the actor. */
    public boolean isOwn() {
      return caller.actor().is(officer());
    }
  }

  /** The call as stored; {@code repeated} if the same request logged it before. */
  record Result(CallView call, boolean repeated) {}
}
