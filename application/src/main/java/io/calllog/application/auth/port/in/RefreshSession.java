package io.calllog.application.auth.port.in;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.shared.Origin;

/** A device goes on without its officer signing in again. */
public interface RefreshSession {

  /**
   * Spends a refresh token and answers the next pair. Somebody who shows a token that was spent
   * before, other than once more within a minute, ends the session: there are two of them, and one
   * is a thief ({@link io.calllog.application.auth.session.Session#rotate}).
   *
   * @throws io.calllog.application.shared.Unauthenticated when the token is unknown or spent, or
   *     its session or officer is gone; all look the same
   */
  TokenPair refresh(Command command);

  /**
   * The token shown.
   *
   * @param secret as it was shown, may be anything
   * @param origin where it was shown
   */
  record Command(RefreshSecret secret, Origin origin) {}
}
