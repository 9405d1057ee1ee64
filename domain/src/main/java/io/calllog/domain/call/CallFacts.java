package io.calllog.domain.call;

import io.calllog.domain.client.ClientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a call, as far as it can be corrected later.
 *
 * @param clientId who was on the other end, null when that is not known
 * @param type who called whom
 * @param outcome what came of it
 * @param duration how long it took
 * @param startedAt when it began; kept to the millisecond
 * @param comment what the officer noted
 */
public record CallFacts(
    @Nullable ClientId clientId,
    CallType type,
    CallOutcome outcome,
    CallDuration duration,
    Instant startedAt,
    @Nullable Comment comment) {

  /** Cuts the start to the millisecond. */
  public CallFacts {
    startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
