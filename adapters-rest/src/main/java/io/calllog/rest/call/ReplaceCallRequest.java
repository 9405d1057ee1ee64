package io.calllog.rest.call;

import io.calllog.domain.call.CallChanges;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.shared.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that can be corrected about a call. What is left out becomes null; the start keeps its value.
 */
record ReplaceCallRequest(
    @Nullable ClientId clientId,
    CallType type,
    CallOutcome outcome,
    CallDuration durationSeconds,
    @Nullable Instant startedAt,
    @Nullable Comment comment) {

  CallChanges toChanges() {
    return new CallChanges(
        Change.to(clientId),
        Change.to(type),
        Change.to(outcome),
        Change.to(durationSeconds),
        startedAt == null ? Change.keep() : Change.to(startedAt),
        Change.to(comment));
  }
}
