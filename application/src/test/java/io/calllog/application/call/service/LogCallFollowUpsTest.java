package io.calllog.application.call.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.call.port.in.LogCall.Completion;
import io.calllog.application.call.port.in.LogCall.Promise;
import io.calllog.application.call.port.in.LogCalls;
import io.calllog.application.call.port.in.LogCalls.Logged;
import io.calllog.application.call.port.in.LogCalls.Refused;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Follow-ups that calls make and complete. */
class LogCallFollowUpsTest {

  private static final Instant START = Samples.NOW.minusSeconds(90);
  private static final Instant TOMORROW = Samples.NOW.plusSeconds(86_400);

  private final Office office = new Office();
  private final Client acme = office.keep(office.samples.client("Acme", office.london));
  private final Client apex = office.keep(office.samples.client("Apex", office.london));
  private final LogCalls logCalls =
      new LogCallsService(
          office.calls,
          office.callViews,
          office.callReferences,
          office.clients,
          office.followUps,
          office.audit,
          office.audit,
          office.ids,
          office.clock);
  private final LogCall logCall =
      new LogCallService(
          office.calls,
          office.callViews,
          office.callReferences,
          office.clients,
          office.followUps,
          office.audit,
          office.audit,
          office.ids,
          office.clock,
          office.unitOfWork);

  @Test
  void makes_a_follow_up_with_the_call() {
    var promise = new Promise(TOMORROW, new Comment("Send the offer"));
    CallId call = log(office.anna, null, acme, CallOutcome.NO_ANSWER, promise, Completion.DUE);

    FollowUp made = office.followUps.living().getFirst();

    assertThat(made.fromCallId()).isEqualTo(call);
    assertThat(made.clientId()).isEqualTo(acme.id());
    assertThat(made.region()).isEqualTo(office.london);
    assertThat(made.details())
        .isEqualTo(FollowUpDetails.open(office.anna.id(), TOMORROW, new Comment("Send the offer")));
    assertThat(actions()).containsExactly(AuditAction.FOLLOW_UP_CREATED);
  }

  @Test
  void a_connected_call_completes_what_was_due() {
    FollowUp due = keep(office.anna, acme, START);
    FollowUp future = keep(office.anna, acme, TOMORROW);
    FollowUp ofBob = keep(office.bob, acme, START);
    FollowUp ofApex = keep(office.anna, apex, START);
    var next = new Promise(START, null);

    log(office.anna, null, acme, CallOutcome.NO_ANSWER, null, Completion.DUE);
    log(office.anna, null, acme, CallOutcome.SUCCESSFUL, null, Completion.NONE);
    assertThat(stored(due).isOpen()).isTrue();
    CallId call = log(office.anna, null, acme, CallOutcome.SUCCESSFUL, next, Completion.DUE);

    assertThat(stored(due).details().state()).isEqualTo(FollowUpState.DONE);
    assertThat(stored(due).doneByCallId()).isEqualTo(call);
    assertThat(stored(due).doneAt()).isEqualTo(START);
    for (FollowUp other : List.of(future, ofBob, ofApex)) {
      assertThat(stored(other)).isEqualTo(other);
    }
    assertThat(office.followUps.living())
        .filteredOn(followUp -> call.equals(followUp.fromCallId()))
        .singleElement()
        .satisfies(made -> assertThat(made.isOpen()).isTrue());
    assertThat(actions())
        .containsExactly(AuditAction.FOLLOW_UP_COMPLETED, AuditAction.FOLLOW_UP_CREATED);
  }

  @Test
  void a_call_completes_the_follow_up_that_it_names() {
    FollowUp future = keep(office.bob, acme, TOMORROW);

    CallId call =
        log(office.anna, null, acme, CallOutcome.NO_ANSWER, null, Completion.of(future.id()));

    assertThat(stored(future).doneByCallId()).isEqualTo(call);
  }

  @Test
  void refuses_a_follow_up_that_is_closed_or_not_one_with_the_client() {
    FollowUp due = keep(office.anna, acme, START);
    log(office.anna, null, acme, CallOutcome.SUCCESSFUL, null, Completion.DUE);

    assertConflict("follow-up-closed", () -> complete(due.id(), acme));
    assertInvalid("unknown-reference", () -> complete(due.id(), apex), "completes");
    assertInvalid(
        "unknown-reference", () -> complete(new FollowUpId(UUID.randomUUID()), acme), "completes");
    assertInvalid("required", () -> complete(due.id(), null), "clientId");
    assertInvalid(
        "required",
        () ->
            log(
                office.anna,
                null,
                null,
                CallOutcome.SUCCESSFUL,
                new Promise(TOMORROW, null),
                Completion.DUE),
        "clientId");
  }

  @Test
  void recognises_a_repeated_request_that_completed_and_made_follow_ups() {
    FollowUp due = keep(office.anna, acme, START);
    var id = new CallId(office.samples.id(START));
    Command command =
        command(
            office.anna,
            id,
            acme,
            CallOutcome.SUCCESSFUL,
            new Promise(TOMORROW, null),
            Completion.of(due.id()));
    CallFollowUps followUps = logCall.log(command).followUps();
    assertThat(followUps.completed()).containsExactly(due.id());

    assertThat(logCall.log(command))
        .returns(true, LogCall.Result::repeated)
        .returns(followUps, LogCall.Result::followUps);

    assertThat(office.followUps.living())
        .extracting(FollowUp::id)
        .containsExactlyInAnyOrder(due.id(), requireNonNull(followUps.made()));
    office.clients.remove(acme, Samples.NOW);
    assertThat(logCall.log(command))
        .returns(followUps, LogCall.Result::followUps)
        .returns(List.of(), LogCall.Result::warnings);
    assertConflict(
        "call-id-taken",
        () ->
            log(
                office.anna,
                id,
                acme,
                CallOutcome.SUCCESSFUL,
                new Promise(TOMORROW, new Comment("x")),
                Completion.DUE));
  }

  @Test
  void of_two_calls_that_name_one_follow_up_the_first_wins() {
    FollowUp due = keep(office.anna, acme, START);
    List<Command> commands =
        List.of(
            command(office.anna, null, acme, CallOutcome.SUCCESSFUL, null, Completion.DUE),
            command(office.anna, null, acme, CallOutcome.SUCCESSFUL, null, Completion.of(due.id())),
            command(
                office.anna, null, acme, CallOutcome.SUCCESSFUL, null, Completion.of(due.id())));

    List<LogCalls.Outcome> outcomes = logCalls.log(commands);

    assertThat(outcomes.getFirst()).isInstanceOf(Logged.class);
    assertThat(outcomes.get(1)).isInstanceOf(Logged.class);
    assertThat(((Refused) outcomes.get(2)).failure().code()).isEqualTo("follow-up-closed");
    assertThat(stored(due).doneByCallId())
        .isEqualTo(((Logged) outcomes.get(1)).result().call().id());
  }

  @Test
  void a_call_that_is_refused_does_not_keep_a_follow_up_from_another_one() {
    FollowUp due = keep(office.anna, acme, START);
    var taken = new CallId(office.samples.id(START));
    log(office.bob, taken, apex, CallOutcome.SUCCESSFUL, null, Completion.NONE);
    var names = Completion.of(due.id());
    List<Command> commands =
        List.of(
            command(office.anna, taken, acme, CallOutcome.SUCCESSFUL, null, names),
            command(office.anna, null, acme, CallOutcome.NO_ANSWER, null, names),
            command(office.anna, null, acme, CallOutcome.SUCCESSFUL, null, names));

    List<LogCalls.Outcome> outcomes = logCalls.log(commands);

    assertThat(((Refused) outcomes.get(0)).failure().code()).isEqualTo("call-id-taken");
    assertThat(((Refused) outcomes.get(2)).failure().code()).isEqualTo("follow-up-closed");
    assertThat(stored(due).doneByCallId())
        .isEqualTo(((Logged) outcomes.get(1)).result().call().id());
  }

  @Test
  void logs_a_call_with_a_client_that_was_deleted_since_without_its_follow_up() {
    office.clients.remove(acme, Samples.NOW);
    var id = new CallId(office.samples.id(START));
    Command offline =
        command(
            office.anna,
            id,
            acme,
            CallOutcome.SUCCESSFUL,
            new Promise(TOMORROW, new Comment("Send the offer")),
            Completion.DUE);

    LogCall.Result first = logCall.log(offline);
    LogCall.Result repeated = logCall.log(offline);

    assertThat(first.call().call().facts().clientId()).isEqualTo(acme.id());
    assertThat(first.warnings())
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("followUp", "unknown-reference"));
    assertThat(repeated.repeated()).isTrue();
    assertThat(repeated.warnings()).isEqualTo(first.warnings());
    assertThat(office.followUps.living()).isEmpty();
    assertThat(actions()).isEmpty();
  }

  private FollowUp keep(Officer officer, Client client, Instant dueAt) {
    return office.keep(office.samples.followUp(officer, client, dueAt));
  }

  private FollowUp stored(FollowUp followUp) {
    return office.followUps.findForUpdate(followUp.id()).orElseThrow();
  }

  private List<AuditAction> actions() {
    return office.audit.entries().stream().map(AuditEntry::action).toList();
  }

  private CallId complete(FollowUpId followUp, @Nullable Client client) {
    return log(office.anna, null, client, CallOutcome.SUCCESSFUL, null, Completion.of(followUp));
  }

  private CallId log(
      Officer officer,
      @Nullable CallId id,
      @Nullable Client client,
      CallOutcome outcome,
      @Nullable Promise promise,
      Completion completes) {
    return logCall.log(command(officer, id, client, outcome, promise, completes)).call().id();
  }

  private Command command(
      Officer officer,
      @Nullable CallId id,
      @Nullable Client client,
      CallOutcome outcome,
      @Nullable Promise promise,
      Completion completes) {
    CallFacts facts =
        office.samples.facts(
            client == null ? null : client.id(), CallType.OUTGOING, outcome, 60, START);
    return new Command(office.caller(officer), id, null, facts, promise, completes);
  }
}
