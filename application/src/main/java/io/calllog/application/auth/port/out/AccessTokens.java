package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Region;
import java.time.Instant;
import java.util.Optional;

/** Issues and verifies access tokens. Thread-safe. */
public interface AccessTokens {

  /** Issues a token for the officer, valid from now on. */
  AccessToken issue(Officer officer, SessionId session, Instant now);

  /** Verifies a token and returns its claims; empty if it is invalid or expired. */
  Optional<TokenClaims> read(String token, Instant now);

  /** The claims of an access token, as of the time it was issued. */
  record TokenClaims(
      OfficerId officer, Role role, Region region, int tokenVersion, SessionId session) {}
}
