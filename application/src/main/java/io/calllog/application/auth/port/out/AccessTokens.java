package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.AccessToken;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Region;
import java.time.Instant;
import java.util.Optional;

/** Issues and reads the tokens that officers show with each request. Thread-safe. */
public interface AccessTokens {

  /**
   * A token for this officer as they are now, good from this moment for its lifetime.
   *
   * @param session that it is issued in
   */
  AccessToken issue(Officer officer, SessionId session, Instant now);

  /** What a token says, if it is one of ours and good at this moment; empty for anything else. */
  Optional<Grant> read(String token, Instant now);

  /**
   * What a token says.
   *
   * @param officer whose it is
   * @param role theirs when it was issued
   * @param region theirs when it was issued
   * @param tokenVersion theirs when it was issued ({@link Officer#tokenVersion()})
   * @param session that it was issued in
   */
  record Grant(OfficerId officer, Role role, Region region, int tokenVersion, SessionId session) {}
}
