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

record PatchCallRequest(
    Change<@Nullable ClientId> clientId,
    Change<CallType> type,
    Change<CallOutcome> outcome,
    Change<CallDuration> durationSeconds,
    Change<Instant> startedAt,
    Change<@Nullable Comment> comment) {

  CallChanges toChanges() {
    return new CallChanges(clientId, type, outcome, durationSeconds, startedAt, comment);
  }
}
