package io.calllog.application.auth.port.in;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.SessionId;

/** Ends sessions of the signed-in officer. Their access tokens are revoked within five seconds. */
public interface SignOut {

  /** Ends the session of the refresh token, if it is an open session of the actor. */
  void signOut(Caller caller, RefreshSecret secret);

  /**
   * Ends a session of the actor.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor has no open session with this id
   */
  void end(Caller caller, SessionId id);
}
