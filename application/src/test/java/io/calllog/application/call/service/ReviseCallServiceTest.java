package io.calllog.application.call.service;

import static io.calllog.application.testing.Refusals.STALE;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static io.calllog.application.testing.Refusals.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.call.port.in.RemoveCall;
import io.calllog.application.call.port.in.ReviseCall;
import io.calllog.application.call.port.in.ReviseCall.Command;
import io.calllog.application.call.port.in.ReviseCall.Edit;
import io.calllog.application.call.port.out.CallRepository.UsedId;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes and deletions of calls. */
class ReviseCallServiceTest {

  private static final UnaryOperator<CallFacts> TOO_LATE =
      startingAt(Samples.NOW.plus(Duration.ofDays(1)));

  private final Office office = new Office();
  private final Client acme = office.keep(office.samples.client("Acme", office.london));
  private final Client farAway = office.keep(office.samples.client("Far away", office.germany));
  private final Call call = office.keep(office.samples.call(office.anna, acme, Samples.NOW));
  private final ReviseCall reviseCall =
      new ReviseCallService(
          office.calls, office.calls, office.clients, office.officers, office.audit, office.clock);
  private final RemoveCall removeCall =
      new RemoveCallService(office.calls, office.calls, office.audit, office.clock);

  @Test
  void the_officer_and_leaders_of_the_region_can_change_a_call() {
    office.clock.advance(Duration.ofSeconds(60));
    CallView changed = revise(office.anna, ExpectedVersion.ANY, ReviseCallServiceTest::busy);

    assertThat(changed.call().facts().outcome()).isEqualTo(CallOutcome.BUSY);
    assertThat(changed.call().version()).isEqualTo(1);
    assertThat(changed.call().updatedAt()).isEqualTo(Samples.NOW.plusSeconds(60));
    assertThat(changed).isEqualTo(new CallView(stored(), "Anna", "Acme", "Anna"));
    assertThat(revise(office.manager, ExpectedVersion.ANY, talkingTo(null)).clientName()).isNull();
    assertThat(revise(office.admin, ExpectedVersion.ANY, talkingTo(farAway.id())).clientName())
        .isEqualTo("Far away");
  }

  @Test
  void keeps_the_version_if_nothing_changes() {
    office.clock.advance(Duration.ofSeconds(60));

    CallView same = revise(office.anna, ExpectedVersion.ANY, startingAt(call.facts().startedAt()));

    assertThat(same).isEqualTo(new CallView(call, "Anna", "Acme", "Anna"));
    assertThat(stored()).isEqualTo(call);
  }

  @Test
  void applies_a_change_only_to_an_expected_version() {
    assertThat(revise(office.anna, version(0), ReviseCallServiceTest::busy).call().version())
        .isEqualTo(1);
    assertStale(() -> revise(office.anna, version(0), ReviseCallServiceTest::busy));
    assertThat(revise(office.anna, version(1), talkingTo(null)).call().version()).isEqualTo(2);
  }

  @Test
  void does_not_find_an_invisible_call_before_other_checks() {
    for (Officer stranger : new Officer[] {office.dora, office.otherManager, office.newcomer}) {
      assertNotFound(() -> revise(stranger, STALE, TOO_LATE));
      assertNotFound(() -> remove(stranger, STALE));
    }
  }

  @Test
  void does_not_find_an_unknown_or_deleted_call() {
    remove(office.anna, ExpectedVersion.ANY);
    CallId unknown = new CallId(office.samples.id(Samples.NOW));

    assertNotFound(() -> revise(office.admin, STALE, ReviseCallServiceTest::busy));
    assertNotFound(() -> remove(office.anna, ExpectedVersion.ANY));
    assertNotFound(() ->
        reviseCall.revise(
            new Command(
                office.caller(office.admin),
                unknown,
                ExpectedVersion.ANY,
                editing(ReviseCallServiceTest::busy))));
  }

  @Test
  void refuses_actors_who_see_only_the_client_before_other_checks() {
    Client shared = office.keep(office.samples.client("Shared", office.germany));
    Call far = office.keep(office.samples.call(office.anna, shared, Samples.NOW));

    for (Officer reader : new Officer[] {office.dora, office.otherManager}) {
      assertNotPermitted(() ->
          reviseCall.revise(
              new Command(office.caller(reader), far.id(), STALE, editing(TOO_LATE))));
      assertNotPermitted(() ->
          removeCall.remove(
              new RemoveCall.Command(Caller.internal(office.actor(reader)), far.id(), STALE)));
    }
    assertNotPermitted(() -> revise(office.bob, STALE, TOO_LATE));
    assertNotPermitted(() -> remove(office.bob, STALE));
  }

  @Test
  void refuses_another_officer_before_the_version() {
    Officer abroad = office.hireLeaderOf(office.germany, office.uk);

    assertNotPermitted(() -> give(office.anna, office.bob, STALE));
    assertNotPermitted(() -> give(abroad, abroad, STALE));
    assertStale(() -> give(office.manager, office.bob, STALE));
    assertStale(() -> give(office.manager, office.dora, STALE));
    assertThat(stored()).isEqualTo(call);
  }

  @Test
  void checks_the_version_before_the_values() {
    assertStale(() -> revise(office.anna, STALE, TOO_LATE));
    assertStale(() -> revise(office.anna, STALE, talkingTo(farAway.id())));
    assertThat(stored()).isEqualTo(call);
  }

  @Test
  void refuses_a_start_out_of_range() {
    assertInvalid(
        "out-of-range", () -> revise(office.anna, ExpectedVersion.ANY, TOO_LATE), "startedAt");
    assertInvalid(
        "out-of-range",
        () ->
            revise(
                office.anna,
                ExpectedVersion.ANY,
                startingAt(Samples.NOW.minus(Duration.ofHours(24)).minusMillis(1))),
        "startedAt");
    assertThat(stored()).isEqualTo(call);
  }

  @Test
  void rejects_a_new_client_that_the_actor_cannot_see() {
    assertInvalid(
        "unknown-reference",
        () -> revise(office.anna, ExpectedVersion.ANY, talkingTo(farAway.id())),
        "clientId");
    assertThat(stored()).isEqualTo(call);
  }

  @Test
  void keeps_a_client_that_the_actor_can_no_longer_see() {
    office.clients.remove(acme, Samples.NOW);

    assertThat(revise(office.anna, ExpectedVersion.ANY, ReviseCallServiceTest::busy).clientName())
        .isEqualTo("Acme");
    assertThat(revise(office.anna, version(1), talkingTo(acme.id())).call().version()).isEqualTo(1);
    assertThat(revise(office.anna, version(1), talkingTo(null)).call().facts().clientId()).isNull();
    assertInvalid(
        "unknown-reference",
        () -> revise(office.anna, version(2), talkingTo(acme.id())),
        "clientId");
  }

  @Test
  void deletes_a_call_and_keeps_its_id_used() {
    assertStale(() -> remove(office.anna, version(1)));
    remove(office.anna, version(0));

    assertThat(office.calls.find(call.id())).isEmpty();
    assertThat(office.calls.findUsedIds(Set.of(call.id())))
        .containsEntry(call.id(), new UsedId(null, true, CallFollowUps.NONE));
  }

  @Test
  void leaders_of_the_region_can_delete_a_call() {
    Call second = office.keep(office.samples.call(office.anna, Samples.NOW));
    remove(office.manager, ExpectedVersion.ANY);
    removeCall.remove(
        new RemoveCall.Command(
            Caller.internal(office.actor(office.admin)), second.id(), ExpectedVersion.ANY));

    assertThat(office.calls.find(call.id())).isEmpty();
    assertThat(office.calls.find(second.id())).isEmpty();
  }

  @Test
  void leaders_of_both_can_give_a_call_to_the_officer_who_made_it() {
    office.clock.advance(Duration.ofSeconds(60));

    Call given = give(office.manager, office.bob).call();
    assertThat(given.officerId()).isEqualTo(office.bob.id());
    assertThat(given.facts()).isEqualTo(call.facts());
    assertThat(given.updatedAt()).isEqualTo(Samples.NOW.plusSeconds(60));

    assertThat(give(office.admin, office.dora).call().region()).isEqualTo(office.germany);
    assertThat(office.audit.entries().getFirst().changes())
        .containsExactly(
            FieldChange.of("officerId", office.anna.id().toString(), office.bob.id().toString()));
    assertThat(office.audit.entries().getFirst().subject()).isEqualTo(Subject.of(call, given));
  }

  @Test
  void nobody_else_can_give_a_call_away() {
    assertNotPermitted(() -> give(office.anna, office.bob));
    assertInvalid("unknown-reference", () -> give(office.manager, office.dora), "officerId");

    assertThat(stored()).isEqualTo(call);
  }

  private CallView give(Officer by, Officer to) {
    return give(by, to, ExpectedVersion.ANY);
  }

  private CallView give(Officer by, Officer to, ExpectedVersion expected) {
    return reviseCall.revise(
        new Command(office.caller(by), call.id(), expected, was -> new Edit(to.id(), was.facts())));
  }

  private CallView revise(Officer by, ExpectedVersion expected, UnaryOperator<CallFacts> changes) {
    return reviseCall.revise(new Command(office.caller(by), call.id(), expected, editing(changes)));
  }

  private static Function<Call, Edit> editing(UnaryOperator<CallFacts> changes) {
    return call -> new Edit(call.officerId(), changes.apply(call.facts()));
  }

  private void remove(Officer by, ExpectedVersion expected) {
    removeCall.remove(
        new RemoveCall.Command(Caller.internal(office.actor(by)), call.id(), expected));
  }

  private Call stored() {
    return office.calls.find(call.id()).orElseThrow();
  }

  private static ExpectedVersion version(long version) {
    return new ExpectedVersion(Set.of(version));
  }

  private static CallFacts busy(CallFacts was) {
    return new CallFacts(
        was.clientId(),
        was.type(),
        CallOutcome.BUSY,
        was.durationSeconds(),
        was.startedAt(),
        was.comment(),
        was.externalId(),
        was.number());
  }

  private static UnaryOperator<CallFacts> talkingTo(@Nullable ClientId client) {
    return was ->
        new CallFacts(
            client,
            was.type(),
            was.outcome(),
            was.durationSeconds(),
            was.startedAt(),
            was.comment(),
            was.externalId(),
            was.number());
  }

  private static UnaryOperator<CallFacts> startingAt(Instant start) {
    return was ->
        new CallFacts(
            was.clientId(),
            was.type(),
            was.outcome(),
            was.durationSeconds(),
            start,
            was.comment(),
            was.externalId(),
            was.number());
  }
}
