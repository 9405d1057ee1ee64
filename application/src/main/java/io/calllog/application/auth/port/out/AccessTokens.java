package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Issues and verifies access tokens. Thread-safe. */
public interface AccessTokens {

  /** Issues a token for the officer, valid from now on. */
  AccessToken issue(Officer officer, SessionId session, Instant now);

  /** Verifies a token and returns its claims; empty if it is invalid or expired. */
  Optional<TokenClaims> read(String token, Instant now);

  /**
   * The claims of an access token, as of the time it was issued. The regions are those of that time
   * with their current paths.
   */
  record TokenClaims(
      OfficerId officer,
      Role role,
      RegionPath region,
      List<RegionPath> leads,
      int tokenVersion,
      SessionId session) {}
}
