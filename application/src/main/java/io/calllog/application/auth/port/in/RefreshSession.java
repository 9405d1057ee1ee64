package io.calllog.application.auth.port.in;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.shared.Origin;

/** Exchanges a refresh token for new tokens. */
public interface RefreshSession {

  /**
   * Uses a refresh token and returns the next pair. Within the grace period after its first use, a
   * token is still accepted, because the response may have been lost. Used later, it ends the
   * session, because it may be stolen.
   *
   * @throws io.calllog.application.shared.Unauthenticated if the token is not accepted or the
   *     officer is inactive; the cases cannot be told apart
   */
  TokenPair refresh(Command command);

  record Command(RefreshSecret secret, Origin origin) {}
}
