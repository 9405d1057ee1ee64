package io.calllog.application.call.port.out;

import static io.calllog.domain.officer.Visibility.EVERYTHING;
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
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
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

/** Contract of {@link CallRepository}. */
public abstract class CallRepositoryContract extends StorageContract {

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

    assertThat(used(call.id()).followUps())
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
  void increments_the_version() {
    Call call = keep(call());

    Call first = update(restarted(call, later()));
    Call second = update(restarted(first, call.facts().startedAt()));

    assertThat(first).isEqualTo(withVersion(restarted(call, later()), 1));
    assertThat(second).isEqualTo(withVersion(call, 2));
    assertThat(stored(call)).contains(second);
  }

  @Test
  void sets_and_clears_every_field() {
    Call bare = keep(call());
    var everything =
        new CallFacts(
            keep(samples.client("Acme", samples.root())).id(),
            CallType.INCOMING,
            CallOutcome.BUSY,
            new CallDuration(0),
            later(),
            new Comment("Engaged"),
            new ExternalId("exchange-8"),
            samples.number(1));

    Call full = update(withFacts(bare, everything));
    assertThat(full.facts()).isEqualTo(everything);
    assertThat(stored(bare)).contains(full);

    Call bareAgain = update(withFacts(full, bare.facts()));
    assertThat(bareAgain.facts()).isEqualTo(bare.facts());
    assertThat(stored(bare)).contains(bareAgain);
  }

  @Test
  void gives_a_client_the_calls_with_its_numbers_that_nobody_has() {
    Officer officer = officer();
    Client client = keep(samples.client("Acme", samples.root()));
    Call late = keep(samples.incoming(officer, later(), samples.number(1)));
    Call early = keep(samples.incoming(officer, Samples.NOW, samples.number(2)));
    Call other = keep(samples.incoming(officer, Samples.NOW, samples.number(3)));
    Call deleted = keep(samples.incoming(officer, Samples.NOW, samples.number(1)));
    remove(deleted);
    Call unseen =
        keep(
            samples.incoming(
                keep(samples.officer("Bob", samples.below("DE"))), Samples.NOW, samples.number(1)));
    Visibility visibility = Visibility.ownedBy(officer.id());

    assertThat(claim(client, visibility, 1)).extracting(Call::id).containsExactly(early.id());
    List<Call> claimed = claim(client, visibility, 10);

    assertThat(claimed).extracting(Call::id).containsExactly(late.id());
    Call now = stored(late).orElseThrow();
    assertThat(claimed).containsExactly(now);
    assertThat(now.facts().clientId()).isEqualTo(client.id());
    assertThat(now.facts().number()).isEqualTo(samples.number(1));
    assertThat(now.updatedAt()).isEqualTo(later());
    assertThat(now.version()).isEqualTo(1);
    assertThat(stored(other)).contains(other);
    assertThat(stored(unseen)).contains(unseen);
    assertThat(claim(client, visibility, 10)).isEmpty();
    assertThat(claim(client, Visibility.EVERYTHING, 10))
        .extracting(Call::id)
        .containsExactly(unseen.id());
  }

  @Test
  void gives_each_call_to_one_of_several_clients_who_claim_it_concurrently() {
    Officer officer = officer();
    Client acme = keep(samples.client("Acme", samples.root()));
    Client apex = keep(samples.client("Apex", samples.root()));
    for (int i = 0; i < 20; i++) {
      keep(samples.incoming(officer, Samples.NOW, samples.number(1)));
    }
    List<Callable<List<Call>>> claims =
        List.of(
            () -> claim(acme, Visibility.EVERYTHING, 15),
            () -> claim(apex, Visibility.EVERYTHING, 15),
            () -> claim(acme, Visibility.EVERYTHING, 15));

    List<Call> claimed = allAtOnce(claims).stream().flatMap(List::stream).toList();

    assertThat(claimed).extracting(Call::id).doesNotHaveDuplicates();
    for (Call call : claimed) {
      assertThat(stored(call)).contains(call);
    }
  }

  private List<Call> claim(Client client, Visibility visibility, int limit) {
    Set<PhoneNumber> numbers = Set.of(samples.number(1), samples.number(2));
    return inTransaction(() -> calls().claim(client.id(), numbers, visibility, limit, later()));
  }

  @Test
  void stores_another_officer_with_the_region_of_that_officer() {
    Call call = keep(call());
    Officer other = keep(samples.officer("Bob", samples.below("DE")));
    var given =
        new Call(
            call.id(),
            other.id(),
            other.details().region(),
            call.facts(),
            call.loggedBy(),
            call.loggedAt(),
            call.updatedAt(),
            0);

    Call updated = update(given);

    assertThat(updated.officerId()).isEqualTo(other.id());
    assertThat(updated.region()).isEqualTo(other.details().region());
    assertThat(stored(call)).contains(updated);
  }

  @Test
  void restores_a_deleted_call() {
    Call call = keep(call());
    remove(call);

    doInTransaction(
        () -> calls().restore(calls().findDeletedForUpdate(call.id()).orElseThrow(), Samples.NOW));

    assertThat(stored(call).orElseThrow().facts()).isEqualTo(call.facts());
    assertThat(calls().findUsedIds(Set.of(call.id())))
        .containsEntry(call.id(), new UsedId(null, false, CallFollowUps.NONE));
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

  @Test
  void refuses_to_change_a_stale_version() {
    Call call = keep(call());
    Call changed = update(restarted(call, later()));

    assertConflict("lost-race", () -> update(restarted(call, Samples.NOW.minusSeconds(2))));
    assertConflict("lost-race", () -> remove(call));
    assertThat(stored(call)).contains(changed);
  }

  @Test
  void finds_the_last_committed_version_for_update() {
    Call call = keep(call());

    Call found =
        inTransaction(() -> {
          assertThat(storage().callViews().find(call.id(), EVERYTHING, EVERYTHING)).isPresent();
          meanwhile(() -> update(restarted(call, later())));
          return calls().findForUpdate(call.id()).orElseThrow();
        });

    assertThat(found).isEqualTo(withVersion(restarted(call, later()), 1));
  }

  @Test
  void does_not_find_a_deleted_one() {
    Call call = keep(call());

    remove(call);

    assertThat(stored(call)).isEmpty();
  }

  @Test
  void refuses_to_change_or_delete_a_deleted_one() {
    Call call = keep(call());
    remove(call);

    assertConflict("lost-race", () -> update(restarted(call, later())));
    assertConflict("lost-race", () -> remove(call));
    assertConflict("lost-race", () -> remove(withVersion(call, 1)));
  }

  private CallRepository calls() {
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

  private Call update(Call call) {
    return inTransaction(() -> calls().update(call));
  }

  private void remove(Call call) {
    doInTransaction(() -> calls().remove(call, Samples.NOW.plusSeconds(1)));
  }

  private Officer officer() {
    return keep(samples.officer("Anna", samples.root()));
  }

  private Call call() {
    return samples.call(officer(), Samples.NOW);
  }

  private static Instant later() {
    return Samples.NOW.plusMillis(1);
  }

  private static CallFingerprint print(Call call) {
    return CallFingerprint.of(call.officerId(), call.facts());
  }

  private static Call restarted(Call call, Instant start) {
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

  private static Call withFacts(Call c, CallFacts facts) {
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

  private static Call withVersion(Call c, long version) {
    return new Call(
        c.id(),
        c.officerId(),
        c.region(),
        c.facts(),
        c.loggedBy(),
        c.loggedAt(),
        c.updatedAt(),
        version);
  }
}
