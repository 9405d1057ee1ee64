package io.calllog.application.auth.port.out;

import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;

/**
 * Knows the access tokens that were revoked before they expired. Used by each request. Thread-safe.
 */
public interface Revocations {

  /**
   * Returns whether a token was revoked: because its officer was changed in a way that revokes
   * tokens ({@link io.calllog.domain.officer.Officer#tokenVersion()}), or because its session
   * ended. A revocation takes effect within five seconds.
   *
   * @param tokenVersion the claim of the token
   */
  boolean isRevoked(OfficerId officer, int tokenVersion, SessionId session);
}
