package io.calllog.application.auth.port.out;

import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;

/** Knows the access tokens that were revoked before they expired. Thread-safe. */
public interface Revocations {

  /**
   * Returns whether a token was revoked by a change of its officer ({@link
   * io.calllog.domain.officer.Officer#tokenVersion()}) or by the end of its session. A revocation
   * takes effect within five seconds.
   */
  boolean isRevoked(OfficerId officer, int tokenVersion, SessionId session);
}
