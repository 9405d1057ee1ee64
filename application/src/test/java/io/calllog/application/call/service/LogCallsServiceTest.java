package io.calllog.application.call.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.call.port.in.LogCalls;
import io.calllog.application.call.port.in.LogCalls.Logged;
import io.calllog.application.call.port.in.LogCalls.Outcome;
import io.calllog.application.call.port.in.LogCalls.Refused;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.call.view.CallView;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.Failure;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several calls together; the rules for each of them are in {@link LogCallServiceTest}. */
class LogCallsServiceTest {

  private static final Instant START = Samples.NOW.minusSeconds(90);

  private final Office office = new Office();
  private final Client acme = office.keep(office.samples.client("Acme", office.london));
  private final Client farAway = office.keep(office.samples.client("Far away", office.germany));
  private final LogCalls logCalls =
      new LogCallsService(
          office.calls,
          office.calls,
          office.calls,
          office.clients,
          office.followUps,
          office.audit,
          office.audit,
          office.ids,
          office.clock);
  private final LogCall logCall =
      new LogCallService(
          office.calls,
          office.calls,
          office.calls,
          office.clients,
          office.followUps,
          office.audit,
          office.audit,
          office.ids,
          office.clock,
          office.unitOfWork);

  @Test
  void logs_nothing_for_nothing() {
    assertThat(logCalls.log(List.of())).isEmpty();
  }

  @Test
  void answers_in_the_order_of_the_commands_and_refuses_each_by_itself() {
    Command known = request(office.anna).as(id()).at(START).command();
    CallView before = logCall.log(known).call();
    List<Command> commands =
        List.of(
            request(office.anna).as(id()).at(START).with(acme.id()).command(),
            request(office.anna).as(id()).at(START).with(farAway.id()).command(),
            known,
            request(office.manager).of(office.anna.id()).command(),
            request(office.anna).as(before.id()).at(START).saying("Other").command(),
            request(office.anna).at(Samples.NOW.plusSeconds(301)).command());

    List<Outcome> outcomes = logCalls.log(commands);

    assertThat(outcomes).hasSize(6);
    assertThat(logged(outcomes.get(0)).call().clientName()).isEqualTo("Acme");
    assertThat(logged(outcomes.get(0)).repeated()).isFalse();
    assertRefused(outcomes.get(1), "invalid-input", "clientId");
    assertThat(logged(outcomes.get(2)))
        .isEqualTo(new LogCall.Result(before, true, CallFollowUps.NONE));
    assertThat(logged(outcomes.get(3)).call().loggedByName()).isEqualTo("Mary Manager");
    assertRefused(outcomes.get(4), "call-id-taken");
    assertRefused(outcomes.get(5), "invalid-input", "startedAt");
    assertThat(office.calls.living()).hasSize(3);
  }

  @Test
  void ends_the_same_if_it_is_repeated() {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      commands.add(request(office.anna).as(id()).at(START).saying("Call " + i).command());
    }
    List<Outcome> first = logCalls.log(commands.subList(0, 3));

    List<Outcome> whole = logCalls.log(commands);

    assertThat(first).allSatisfy(outcome -> assertThat(logged(outcome).repeated()).isFalse());
    assertThat(whole)
        .extracting(outcome -> logged(outcome).repeated())
        .containsExactly(true, true, true, false, false);
    assertThat(whole.subList(0, 3))
        .extracting(outcome -> logged(outcome).call())
        .isEqualTo(first.stream().map(outcome -> logged(outcome).call()).toList());
    assertThat(office.calls.living()).hasSize(5);
  }

  @Test
  void logs_the_first_of_two_calls_with_one_id() {
    CallId id = id();
    Command invalid = request(office.anna).as(id).at(START).with(farAway.id()).command();
    Command first = request(office.anna).as(id).at(START).command();
    Command other = request(office.bob).as(id).at(START).command();

    List<Outcome> outcomes = logCalls.log(List.of(invalid, first, other, first));

    assertRefused(outcomes.get(0), "invalid-input", "clientId");
    assertThat(logged(outcomes.get(1)).repeated()).isFalse();
    assertRefused(outcomes.get(2), "call-id-taken");
    assertThat(logged(outcomes.get(3)))
        .isEqualTo(new LogCall.Result(logged(outcomes.get(1)).call(), true, CallFollowUps.NONE));
  }

  @Test
  void lets_each_actor_see_their_own() {
    List<Outcome> outcomes =
        logCalls.log(
            List.of(
                request(office.anna).with(acme.id()).command(),
                request(office.dora).with(acme.id()).command(),
                request(office.dora).with(farAway.id()).command(),
                request(office.anna).of(office.bob.id()).command(),
                request(office.manager).of(office.bob.id()).command()));

    assertThat(logged(outcomes.get(0)).call().officerName()).isEqualTo("Anna");
    assertRefused(outcomes.get(1), "invalid-input", "clientId");
    assertThat(logged(outcomes.get(2)).call().clientName()).isEqualTo("Far away");
    assertRefused(outcomes.get(3), "invalid-input", "officerId");
    assertThat(logged(outcomes.get(4)).call().officerName()).isEqualTo("Bob");
  }

  @Test
  void logs_own_calls_that_started_before_their_client_was_deleted() {
    office.clients.remove(acme, Samples.NOW);

    List<Outcome> outcomes =
        logCalls.log(
            List.of(
                request(office.anna).at(START).with(acme.id()).command(),
                request(office.anna).with(acme.id()).command(),
                request(office.manager).of(office.anna.id()).at(START).with(acme.id()).command()));

    assertThat(logged(outcomes.get(0)).call().call().facts().clientId()).isEqualTo(acme.id());
    assertRefused(outcomes.get(1), "invalid-input", "clientId");
    assertRefused(outcomes.get(2), "invalid-input", "clientId");
  }

  private static LogCall.Result logged(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Logged.class);
    return ((Logged) outcome).result();
  }

  private static void assertRefused(Outcome outcome, String code, String... fields) {
    assertThat(outcome).isInstanceOf(Refused.class);
    Failure failure = ((Refused) outcome).failure();
    assertThat(failure.code()).isEqualTo(code);
    if (failure instanceof InvalidInput invalid) {
      assertThat(invalid.violations()).extracting(Violation::field).containsExactly(fields);
    }
  }

  private Request request(Officer officer) {
    return Request.by(office.actor(officer));
  }

  private CallId id() {
    return new CallId(office.samples.id(START));
  }
}
