package io.calllog.rest.call;

import io.calllog.application.call.port.in.LogCall;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
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

  LogCall.Command toCommand(Actor actor) {
    return new LogCall.Command(
        actor, id, officerId, clientId, type, outcome, durationSeconds, startedAt, comment);
  }
}
