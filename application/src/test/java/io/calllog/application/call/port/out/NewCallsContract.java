package io.calllog.application.call.port.out;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.call.port.out.CallRepository.UsedId;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.ExternalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Part of {@link CallRepositoryContract}: how calls are added. */
abstract class NewCallsContract extends StorageContract {

  private static final int AT_ONCE = 8;

  @Test
  void finds_nothing_for_an_unknown_id() {
    CallId unknown = new CallId(samples.id(Samples.NOW));

    assertThat(inTransaction(() -> calls().findForUpdate(unknown))).isEmpty();
    assertThat(calls().findUsedIds(Set.of(unknown))).isEmpty();
  }

  @Test
  void stores_all_fields_of_a_call() {
    Officer officer = officer();
    Officer manager = officer();
    Client client = keep(samples.client("Acme", samples.below("DE")));
    var facts =
        new CallFacts(
            client.id(),
            CallType.INCOMING,
            CallOutcome.FOLLOW_UP,
            new CallDuration(CallDuration.MAX_SECONDS),
            Instant.parse("2026-03-09T23:59:59.999Z"),
            new Comment("Zoë said:\n\t\"100 % \\o/\" \uD83D\uDE00 ".repeat(100)),
            new ExternalId("exchange-7"),
            samples.number(1));
    Call call =
        new Call(
            new CallId(samples.id(facts.startedAt())),
            officer.id(),
            officer.details().region(),
            facts,
            ActorId.of(manager.id()),
            Samples.NOW,
            Samples.NOW.plusNanos(1_000),
            0);
    keep(call);

    assertThat(stored(call)).contains(call);
  }

  @Test
  void stores_the_earliest_start_and_the_largest_distance_from_the_id() {
    Officer officer = officer();
    for (Instant start : List.of(Call.EARLIEST_START, Samples.NOW)) {
      for (Instant idTime :
          List.of(start.minus(Call.ID_TOLERANCE), start, start.plus(Call.ID_TOLERANCE))) {
        Call call =
            keep(samples.call(new CallId(samples.id(idTime)), officer, samples.facts(null, start)));

        assertThat(stored(call)).contains(call);
      }
    }
  }

  @Test
  void stores_only_the_first_call_with_an_id() {
    Call first = call();
    Call second = samples.call(first.id(), officer(), samples.facts(null, later()));

    assertThat(add(first, null)).isTrue();
    assertThat(add(second, print(second))).isFalse();
    assertThat(add(first, null)).isFalse();
    assertThat(stored(first)).contains(first);
    assertThat(used(first.id())).isEqualTo(new UsedId(null, false, CallFollowUps.NONE));
  }

  @Test
  void knows_the_follow_ups_that_a_call_made_and_completed() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Call call = keep(samples.call(anna, acme, Samples.NOW));
    FollowUp one = keep(samples.followUp(anna, acme, Samples.NOW));
    FollowUp two = keep(samples.followUp(anna, acme, Samples.NOW));
    FollowUp made =
        keep(
            new FollowUp(
                new FollowUpId(samples.id(Samples.NOW)),
                acme.id(),
                one.region(),
                one.details(),
                call.id(),
                null,
                null,
                Samples.NOW,
                Samples.NOW,
                0));
    doInTransaction(() -> {
      storage().followUps().update(two.completeBy(call, Samples.NOW));
      storage().followUps().update(one.completeBy(call, Samples.NOW));
      storage().followUps().remove(made, Samples.NOW);
    });

    assertThat(requireNonNull(used(call.id())).followUps())
        .isEqualTo(new CallFollowUps(made.id(), List.of(one.id(), two.id())));
  }

  @Test
  void transaction_remains_usable_after_a_used_id() {
    Call first = keep(call());
    Call other = call();

    inTransaction(() -> {
      assertThat(addNow(first, null)).isFalse();
      assertThat(used(first.id())).isEqualTo(new UsedId(null, false, CallFollowUps.NONE));
      return addNow(other, null);
    });

    assertThat(stored(other)).contains(other);
  }

  @Test
  void stores_one_of_several_calls_added_concurrently_with_one_id() {
    Call call = call();
    Callable<Boolean> attempt = () -> add(call, print(call));

    assertThat(allAtOnce(Collections.nCopies(AT_ONCE, attempt)))
        .containsOnlyOnce(true)
        .hasSize(AT_ONCE);
    assertThat(stored(call)).contains(call);
  }

  @Test
  void adds_those_of_several_calls_whose_ids_were_not_used() {
    Call deleted = keep(call());
    remove(deleted);
    Call used = keep(call());
    Call one = call();
    Call other = call();

    Set<CallId> added = addAll(List.of(other, deleted, one, used));

    assertThat(added).containsExactlyInAnyOrder(one.id(), other.id());
    assertThat(stored(one)).contains(one);
    assertThat(stored(other)).contains(other);
    assertThat(calls().findUsedIds(Set.of(deleted.id(), one.id(), other.id(), used.id())))
        .containsOnly(
            Map.entry(deleted.id(), new UsedId(null, true, CallFollowUps.NONE)),
            Map.entry(one.id(), new UsedId(print(one), false, CallFollowUps.NONE)),
            Map.entry(other.id(), new UsedId(print(other), false, CallFollowUps.NONE)),
            Map.entry(used.id(), new UsedId(null, false, CallFollowUps.NONE)));
  }

  @Test
  void stores_each_call_once_if_several_add_the_same_ones_in_different_orders() {
    List<Officer> officers = List.of(officer(), officer(), officer());
    List<Call> some = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      some.add(samples.call(officers.get(i % 3), Samples.NOW.minus(Duration.ofDays(i % 5))));
    }
    List<Callable<Set<CallId>>> attempts = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      List<Call> shuffled = new ArrayList<>(some);
      Collections.shuffle(shuffled, new Random(i));
      attempts.add(() -> addAll(shuffled.subList(0, 50)));
    }

    List<CallId> added = allAtOnce(attempts).stream().flatMap(Set::stream).toList();

    assertThat(added)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(some.stream().map(Call::id).toList());
    assertThat(some).allSatisfy(call -> assertThat(stored(call)).contains(call));
  }

  @Test
  void does_not_reuse_the_id_of_a_deleted_call() {
    Call call = keep(call());
    remove(call);

    assertThat(add(call, print(call))).isFalse();
    assertThat(stored(call)).isEmpty();
    assertThat(used(call.id())).isEqualTo(new UsedId(null, true, CallFollowUps.NONE));
  }

  @Test
  void keeps_the_fingerprint_after_changes_and_deletion() {
    Call call = call();
    CallFingerprint fingerprint = print(call);
    assertThat(add(call, fingerprint)).isTrue();
    assertThat(used(call.id())).isEqualTo(new UsedId(fingerprint, false, CallFollowUps.NONE));

    Call changed = update(restarted(call, later()));
    assertThat(used(call.id())).isEqualTo(new UsedId(fingerprint, false, CallFollowUps.NONE));

    remove(changed);
    assertThat(used(call.id())).isEqualTo(new UsedId(fingerprint, true, CallFollowUps.NONE));
  }

  @Test
  void adds_and_changes_in_one_transaction() {
    Call call = call();

    Call changed =
        inTransaction(() -> {
          assertThat(addNow(call, null)).isTrue();
          Call found = calls().findForUpdate(call.id()).orElseThrow();
          return calls().update(restarted(found, later()));
        });

    assertThat(stored(call)).contains(changed);
  }

  final CallRepository calls() {
    return storage().calls();
  }

  private boolean add(Call call, @Nullable CallFingerprint fingerprint) {
    return inTransaction(() -> addNow(call, fingerprint));
  }

  private Set<CallId> addAll(List<Call> added) {
    return inTransaction(() ->
        calls().addAbsent(added.stream().map(call -> new NewCall(call, print(call))).toList()));
  }

  /** Requires a transaction. */
  private boolean addNow(Call call, @Nullable CallFingerprint fingerprint) {
    return !calls().addAbsent(List.of(new NewCall(call, fingerprint))).isEmpty();
  }

  private @Nullable UsedId used(CallId id) {
    return calls().findUsedIds(Set.of(id)).get(id);
  }

  final Call update(Call call) {
    return inTransaction(() -> calls().update(call));
  }

  final void remove(Call call) {
    doInTransaction(() -> calls().remove(call, Samples.NOW.plusSeconds(1)));
  }

  final Officer officer() {
    return keep(samples.officer("Anna", samples.root()));
  }

  final Call call() {
    return samples.call(officer(), Samples.NOW);
  }

  static Instant later() {
    return Samples.NOW.plusMillis(1);
  }

  private static CallFingerprint print(Call call) {
    return CallFingerprint.of(call.officerId(), call.facts());
  }

  static Call restarted(Call call, Instant start) {
    var f = call.facts();
    return withFacts(
        call,
        new CallFacts(
            f.clientId(),
            f.type(),
            f.outcome(),
            f.durationSeconds(),
            start,
            f.comment(),
            f.externalId(),
            f.number()));
  }

  static Call withFacts(Call c, CallFacts facts) {
    return new Call(
        c.id(),
        c.officerId(),
        c.region(),
        facts,
        c.loggedBy(),
        c.loggedAt(),
        c.updatedAt(),
        c.version());
  }
}
