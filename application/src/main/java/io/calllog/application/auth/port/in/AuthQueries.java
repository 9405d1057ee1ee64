package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.SessionView;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.domain.officer.Actor;
import java.util.List;
import java.util.Optional;

/** Authenticates requests, and reads the account and the sessions of the caller. Thread-safe. */
public interface AuthQueries {

  /**
   * Returns the officer that an access token was issued to, with the role and the region in the
   * token, or the key with this text. Empty if the token is invalid, expired, or revoked, either by
   * a change of the officer or because its session ended; empty if there is no such key, or it was
   * revoked or has expired. A revocation takes effect within five seconds.
   */
  Optional<Caller> authenticate(String token, Origin origin);

  /**
   * Returns the account of the signed-in officer.
   *
   * @throws io.calllog.application.shared.Unauthenticated if the account was deleted meanwhile
   */
  OfficerView profile(Actor actor);

  /** Returns the actor's open sessions, last used first. There are at most 100, so no pages. */
  List<SessionView> sessions(Caller caller);
}
