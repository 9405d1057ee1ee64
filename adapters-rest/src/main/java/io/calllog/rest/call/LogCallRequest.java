package io.calllog.rest.call;

import static java.util.Objects.requireNonNullElse;

import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record LogCallRequest(
    @Nullable CallId id,
    @Nullable OfficerId officerId,
    @Nullable ClientId clientId,
    CallType type,
    CallOutcome outcome,
    CallDuration durationSeconds,
    @Nullable Instant startedAt,
    @Nullable Comment comment,
    @Nullable ExternalId externalId) {

  LogCall.Command toCommand(Caller caller, Instant now) {
    if (id != null && startedAt == null) {
      throw MalformedRequest.invalid(
          List.of(
              ProblemError.inBody(
                  new Violation("startedAt", "required", "is required when the id is given"))));
    }
    var facts =
        new CallFacts(
            clientId,
            type,
            outcome,
            durationSeconds,
            requireNonNullElse(startedAt, now),
            comment,
            externalId);
    return new LogCall.Command(caller, id, officerId, facts);
  }
}
