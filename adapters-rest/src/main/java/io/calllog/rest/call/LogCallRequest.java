package io.calllog.rest.call;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCall.Completion;
import io.calllog.application.call.port.in.LogCall.Promise;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.binding.Given;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

record LogCallRequest(
    @Nullable CallId id,
    @JsonUnwrapped CallRequest call,
    @Nullable Promise followUp,
    Given<FollowUpId> completes) {

  /** Throws {@link InvalidInput} if there is an id without the start that it is made from. */
  LogCall.Command toCommand(Caller caller, Instant now) {
    Instant startedAt = call.startedAt();
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
    Instant startedAt = call.startedAt();
    ExternalId externalId = call.externalId();
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
    return new LogCall.Command(
        caller, callId, call.officerId(), call.toFacts(start), followUp, completion());
  }

  private Completion completion() {
    if (!completes.present()) {
      return Completion.DUE;
    }
    return completes.value() == null ? Completion.NONE : Completion.of(completes.value());
  }
}
