package io.calllog.rest.call;

import static java.util.Objects.requireNonNullElse;

import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCall.Completion;
import io.calllog.application.call.port.in.LogCall.Promise;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.binding.Given;
import java.time.Instant;
import java.util.ArrayList;
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
    @Nullable ExternalId externalId,
    @Nullable PhoneNumber number,
    @Nullable Promise followUp,
    Given<FollowUpId> completes) {

  /** Throws {@link InvalidInput} if there is an id without the start that it is made from. */
  LogCall.Command toCommand(Caller caller, Instant now) {
    if (id != null && startedAt == null) {
      throw new InvalidInput("startedAt", "required", "is required when the id is given");
    }
    return command(caller, id, requireNonNullElse(startedAt, now));
  }

  /**
   * Like {@link #toCommand}, for a call that must be recognised when it is sent again. An id that
   * is not given is derived from the id in the other system and the start.
   */
  LogCall.Command toIdentifiedCommand(Caller caller) {
    List<Violation> violations = new ArrayList<>();
    if (id == null && externalId == null) {
      violations.add(new Violation("id", "required", "is required unless externalId is given"));
    }
    if (startedAt == null) {
      violations.add(new Violation("startedAt", "required", "is required"));
    }
    if (startedAt == null || !violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    CallId derived = externalId == null ? null : CallId.of(externalId, startedAt);
    return command(caller, id == null ? derived : id, startedAt);
  }

  private LogCall.Command command(Caller caller, @Nullable CallId callId, Instant start) {
    var facts =
        new CallFacts(clientId, type, outcome, durationSeconds, start, comment, externalId, number);
    return new LogCall.Command(caller, callId, officerId, facts, followUp, completion());
  }

  private Completion completion() {
    if (!completes.present()) {
      return Completion.DUE;
    }
    return completes.value() == null ? Completion.NONE : Completion.of(completes.value());
  }
}
