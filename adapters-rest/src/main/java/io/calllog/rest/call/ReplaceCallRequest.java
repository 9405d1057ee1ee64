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
 * kept.
 */
record ReplaceCallRequest(
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
    var facts =
        new CallFacts(
            clientId,
            type,
            outcome,
            durationSeconds,
            requireNonNullElse(startedAt, current.facts().startedAt()),
            comment,
            externalId,
            number);
    return new ReviseCall.Edit(requireNonNullElse(officerId, current.officerId()), facts);
  }
}
