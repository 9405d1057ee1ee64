package io.calllog.rest.call;

import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record LogCallRequest(
    @Nullable CallId id,
    @Nullable OfficerId officerId,
    @Nullable ClientId clientId,
    CallType type,
    CallOutcome outcome,
    CallDuration durationSeconds,
    @Nullable Instant startedAt,
    @Nullable Comment comment) {

  LogCall.Command toCommand(Caller caller) {
    return new LogCall.Command(
        caller, id, officerId, clientId, type, outcome, durationSeconds, startedAt, comment);
  }
}
