package io.calllog.application.auth.port.out;

import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;

/** Knows which access tokens are void before their time. Asked with each request. Thread-safe. */
public interface Revocations {

  /**
   * Whether a token that has not expired is void nevertheless: its officer was changed in a way
   * that ends tokens ({@link io.calllog.domain.officer.Officer#tokenVersion()}), or its session was
   * ended. Tells so within five seconds of that.
   *
   * @param tokenVersion the officer's when the token was issued
   * @param session that the token was issued in
   */
  boolean isRevoked(OfficerId officer, int tokenVersion, SessionId session);
}
