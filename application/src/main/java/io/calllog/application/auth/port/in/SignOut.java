package io.calllog.application.auth.port.in;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.SessionId;

/** An officer ends sessions of theirs. Their access tokens are void within five seconds. */
public interface SignOut {

  /** Ends the session that the refresh token belongs to, if it is an open one of the actor's. */
  void signOut(Caller caller, RefreshSecret secret);

  /**
   * Ends one of the actor's sessions.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor has no open session of this id
   */
  void end(Caller caller, SessionId id);
}
