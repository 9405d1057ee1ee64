package io.calllog.application.auth.port.in;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.shared.Origin;

/** Exchanges a refresh token for new tokens. */
public interface RefreshSession {

  /**
   * Uses a refresh token and returns the next pair. Within the grace after its first use ({@code
   * calllog.jwt.refresh-token-grace}), a token is accepted again, because the response may have
   * been lost. A use after the grace ends the session, because the token may be stolen. A token
   * whose first use is longer ago than {@code calllog.jwt.refresh-token-lifetime} is forgotten: it
   * is refused, but ends nothing.
   *
   * @throws io.calllog.application.shared.Unauthenticated if the token is not accepted or the
   *     officer is inactive; the cases cannot be told apart
   */
  TokenPair refresh(Command command);

  record Command(RefreshSecret secret, Origin origin) {}
}
