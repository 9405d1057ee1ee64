package io.calllog.application.call.port.out;

import static io.calllog.domain.officer.Visibility.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.port.out.CallRepository.UsedId;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Contract of {@link CallRepository}. */
public abstract class CallRepositoryContract extends NewCallsContract {

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
