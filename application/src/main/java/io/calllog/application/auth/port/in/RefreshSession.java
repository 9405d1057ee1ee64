package io.calllog.application.auth.port.in;

import io.calllog.application.auth.session.RefreshSecret;
import io.calllog.application.auth.view.TokenPair;
import io.calllog.application.shared.Origin;

/** Exchanges a refresh token for new tokens. */
public interface RefreshSession {

  /**
   * Uses a refresh token and returns the next token pair. A used token is accepted once more within
   * a minute, because the response may have been lost. After that, a used token is treated as
   * stolen and ends the session ({@link io.calllog.application.auth.session.Session#rotate}).
   *
   * @throws io.calllog.application.shared.Unauthenticated if the token is unknown or used, or its
   *     session or officer no longer exists; the cases cannot be told apart
   */
  TokenPair refresh(Command command);

  record Command(RefreshSecret secret, Origin origin) {}
}
