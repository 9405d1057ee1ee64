package io.calllog.application.auth.port.out;

import io.calllog.application.auth.view.AccessToken;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.Optional;

/** Issues and reads the tokens that officers show with each request. Thread-safe. */
public interface AccessTokens {

  /** A token for this officer as they are now, good from this moment for its lifetime. */
  AccessToken issue(Officer officer, Instant now);

  /** What a token says, if it is one of ours and good at this moment; empty for anything else. */
  Optional<Grant> read(String token, Instant now);

  /**
   * What a token says.
   *
   * @param officer whose it is
   * @param epoch the officer's epoch when it was issued ({@link Officer#epoch()})
   */
  record Grant(OfficerId officer, int epoch) {}
}
