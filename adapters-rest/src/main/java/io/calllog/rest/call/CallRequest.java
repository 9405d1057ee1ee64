package io.calllog.rest.call;

import static java.util.Objects.requireNonNullElse;

import io.calllog.application.call.port.in.ReviseCall;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body that replaces a call. An omitted property becomes null; an omitted start or officer is
 * kept. The body that logs a call contains it.
 */
record CallRequest(
    @Nullable OfficerId officerId,
    @Nullable ClientId clientId,
    CallType type,
    CallOutcome outcome,
    CallDuration durationSeconds,
    @Nullable Instant startedAt,
    @Nullable Comment comment,
    @Nullable ExternalId externalId,
    @Nullable PhoneNumber number) {

  ReviseCall.Edit toEdit(Call current) {
    Instant start = requireNonNullElse(startedAt, current.facts().startedAt());
    return new ReviseCall.Edit(requireNonNullElse(officerId, current.officerId()), toFacts(start));
  }

  CallFacts toFacts(Instant start) {
    return new CallFacts(
        clientId, type, outcome, durationSeconds, start, comment, externalId, number);
  }
}
