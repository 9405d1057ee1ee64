package io.calllog.rest.call;

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

/** The properties of a call that a patch may have. */
record PatchCallRequest(
    OfficerId officerId,
    @Nullable ClientId clientId,
    CallType type,
    CallOutcome outcome,
    CallDuration durationSeconds,
    Instant startedAt,
    @Nullable Comment comment,
    @Nullable ExternalId externalId,
    @Nullable PhoneNumber number) {

  static PatchCallRequest of(Call call) {
    CallFacts facts = call.facts();
    return new PatchCallRequest(
        call.officerId(),
        facts.clientId(),
        facts.type(),
        facts.outcome(),
        facts.durationSeconds(),
        facts.startedAt(),
        facts.comment(),
        facts.externalId(),
        facts.number());
  }

  ReviseCall.Edit toEdit() {
    var facts =
        new CallFacts(
            clientId, type, outcome, durationSeconds, startedAt, comment, externalId, number);
    return new ReviseCall.Edit(officerId, facts);
  }
}
