package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.SessionView;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.domain.officer.Actor;
import java.util.List;
import java.util.Optional;

/** Who is asking, and by which sign-ins can they? Thread-safe. */
public interface AuthQueries {

  /**
   * The officer behind an access token, with role and region as they were a few seconds ago at
   * most; empty when the token is none of ours, is expired, or was voided: by a change of its
   * officer, or with its session.
   *
   * @param origin where the token was shown
   */
  Optional<Caller> authenticate(String token, Origin origin);

  /**
   * The signed-in officer's own account.
   *
   * @throws io.calllog.application.shared.Unauthenticated when it was deleted just now
   */
  OfficerView profile(Actor actor);

  /**
   * The actor's own sessions that can go on, the last used first; bounded, so there is one page.
   */
  List<SessionView> sessions(Caller caller);
}
