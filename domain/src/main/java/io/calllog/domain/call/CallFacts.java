package io.calllog.domain.call;

import io.calllog.domain.client.ClientId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Personal;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a call that can be corrected later. The names of the components are the names of
 * the fields in the API and in the audit trail. The start is truncated to milliseconds.
 *
 * @param number the number of the other side on the line
 */
public record CallFacts(
    @Nullable ClientId clientId,
    CallType type,
    CallOutcome outcome,
    CallDuration durationSeconds,
    Instant startedAt,
    @Personal @Nullable Comment comment,
    @Nullable ExternalId externalId,
    @Personal @Nullable PhoneNumber number) {

  /** Truncates the start to milliseconds. */
  public CallFacts {
    startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns these facts with another number on the line. */
  CallFacts on(@Nullable PhoneNumber line) {
    return new CallFacts(
        clientId, type, outcome, durationSeconds, startedAt, comment, externalId, line);
  }
}
