package io.calllog.rest.call;

import static java.util.Objects.requireNonNullElse;

import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.shared.ExternalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body that replaces a call. An omitted property becomes null; an omitted start is kept. */
record ReplaceCallRequest(
    @Nullable ClientId clientId,
    CallType type,
    CallOutcome outcome,
    CallDuration durationSeconds,
    @Nullable Instant startedAt,
    @Nullable Comment comment,
    @Nullable ExternalId externalId) {

  CallFacts toFacts(Instant defaultStart) {
    return new CallFacts(
        clientId,
        type,
        outcome,
        durationSeconds,
        requireNonNullElse(startedAt, defaultStart),
        comment,
        externalId);
  }
}
