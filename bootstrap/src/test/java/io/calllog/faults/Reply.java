package io.calllog.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An answer to one attempt of a request.
 *
 * @param status of HTTP, or 0 if the connection failed
 * @param code of the problem, or what failed; empty if the request succeeded
 */
record Reply(String request, Instant sent, Duration took, int status, String code) {

  private static final Set<Integer> TRANSIENT = Set.of(0, 401, 408, 429);

  boolean isGood() {
    return status / 100 == 2;
  }

  /** Whether the answer is 503, which the documents allow during an outage. */
  boolean isUnavailable() {
    return status == 503;
  }

  boolean isLostRace() {
    return status == 409 && code.equals("lost-race");
  }

  /** Whether docs/integrating.md says that the same request is to be sent again. */
  boolean isToBeSentAgain() {
    return TRANSIENT.contains(status) || status >= 500 || isLostRace();
  }

  Instant received() {
    return sent.plus(took);
  }
}
