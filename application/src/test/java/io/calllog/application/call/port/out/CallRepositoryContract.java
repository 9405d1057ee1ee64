package io.calllog.application.call.port.out;

import static io.calllog.domain.officer.Visibility.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.call.port.out.CallRepository.UsedId;
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
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.ExternalId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link CallRepository} promises. */
public abstract class CallRepositoryContract extends StorageContract {

  private static final int AT_ONCE = 8;

  @Test
  void finds_nothing_of_an_unknown_id() {
    CallId unknown = new CallId(samples.id(Samples.NOW));

    assertThat(inTransaction(() -> calls().findForUpdate(unknown))).isEmpty();
    assertThat(calls().findUsedId(unknown)).isEmpty();
  }

  @Test
  void keeps_everything_of_a_call() {
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
            new ExternalId("exchange-7"));
    Call call =
        new Call(
            new CallId(samples.id(facts.startedAt())),
            officer.id(),
            officer.details().region(),
            facts,
            manager.id(),
            Samples.NOW,
            Samples.NOW.plusNanos(1_000),
            0);
    keep(call);

    assertThat(stored(call)).contains(call);
  }

  @Test
  void keeps_the_earliest_and_the_farthest_start_that_an_id_allows() {
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
  void keeps_only_the_first_call_of_an_id() {
    Call first = call();
    Call second = samples.call(first.id(), officer(), samples.facts(null, later()));

    assertThat(add(first, null)).isTrue();
    assertThat(add(second, print(second))).isFalse();
    assertThat(add(first, null)).isFalse();
    assertThat(stored(first)).contains(first);
    assertThat(calls().findUsedId(first.id())).contains(new UsedId(null, false));
  }

  @Test
  void goes_on_in_the_same_transaction_after_an_id_was_found_used() {
    Call first = keep(call());
    Call other = call();

    inTransaction(() -> {
      assertThat(calls().addIfAbsent(first, null)).isFalse();
      assertThat(calls().findUsedId(first.id())).contains(new UsedId(null, false));
      return calls().addIfAbsent(other, null);
    });

    assertThat(stored(other)).contains(other);
  }

  @Test
  void keeps_one_of_many_calls_added_with_one_id_at_once() {
    Call call = call();
    Callable<Boolean> attempt = () -> add(call, print(call));

    assertThat(allAtOnce(Collections.nCopies(AT_ONCE, attempt)))
        .containsOnlyOnce(true)
        .hasSize(AT_ONCE);
    assertThat(stored(call)).contains(call);
  }

  @Test
  void never_uses_the_id_of_a_deleted_call_again() {
    Call call = keep(call());
    remove(call);

    assertThat(add(call, print(call))).isFalse();
    assertThat(stored(call)).isEmpty();
    assertThat(calls().findUsedId(call.id())).contains(new UsedId(null, true));
  }

  @Test
  void keeps_the_fingerprint_through_changes_and_deletion() {
    Call call = call();
    CallFingerprint fingerprint = print(call);
    assertThat(add(call, fingerprint)).isTrue();
    assertThat(calls().findUsedId(call.id())).contains(new UsedId(fingerprint, false));

    Call changed = update(restarted(call, later()));
    assertThat(calls().findUsedId(call.id())).contains(new UsedId(fingerprint, false));

    remove(changed);
    assertThat(calls().findUsedId(call.id())).contains(new UsedId(fingerprint, true));
  }

  @Test
  void counts_the_versions() {
    Call call = keep(call());

    Call first = update(restarted(call, later()));
    Call second = update(restarted(first, call.facts().startedAt()));

    assertThat(first).isEqualTo(withVersion(restarted(call, later()), 1));
    assertThat(second).isEqualTo(withVersion(call, 2));
    assertThat(stored(call)).contains(second);
  }

  @Test
  void fills_and_empties_every_field() {
    Call bare = keep(call());
    var everything =
        new CallFacts(
            keep(samples.client("Acme", samples.root())).id(),
            CallType.INCOMING,
            CallOutcome.BUSY,
            new CallDuration(0),
            later(),
            new Comment("Engaged"),
            new ExternalId("exchange-8"));

    Call full = update(withFacts(bare, everything));
    assertThat(full.facts()).isEqualTo(everything);
    assertThat(stored(bare)).contains(full);

    Call bareAgain = update(withFacts(full, bare.facts()));
    assertThat(bareAgain.facts()).isEqualTo(bare.facts());
    assertThat(stored(bare)).contains(bareAgain);
  }

  @Test
  void adds_and_changes_in_one_transaction() {
    Call call = call();

    Call changed =
        inTransaction(() -> {
          assertThat(calls().addIfAbsent(call, null)).isTrue();
          Call found = calls().findForUpdate(call.id()).orElseThrow();
          return calls().update(restarted(found, later()));
        });

    assertThat(stored(call)).contains(changed);
  }

  @Test
  void refuses_a_change_of_a_stale_snapshot() {
    Call call = keep(call());
    Call changed = update(restarted(call, later()));

    assertConflict("lost-race", () -> update(restarted(call, Samples.NOW.minusSeconds(2))));
    assertConflict("lost-race", () -> remove(call));
    assertThat(stored(call)).contains(changed);
  }

  @Test
  void finds_for_update_what_was_committed_last() {
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
  void hides_what_was_removed() {
    Call call = keep(call());

    remove(call);

    assertThat(stored(call)).isEmpty();
  }

  @Test
  void refuses_to_change_or_remove_what_was_removed() {
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
    return inTransaction(() -> calls().addIfAbsent(call, fingerprint));
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
            f.externalId()));
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
