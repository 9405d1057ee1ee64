package io.calllog.application.call.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallTotals;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Contract of {@link CallViews}. */
public abstract class CallViewsContract extends CallNamesContract {

  @Test
  void returns_the_latest_incoming_calls_from_a_number() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bob = keep(samples.officer("Bob", samples.below("DE")));
    Client acme = keep(samples.client("Acme", samples.below("UK")));
    PhoneNumber number = samples.number(1);
    Call first = keep(samples.incoming(anna, Samples.NOW.minusSeconds(20), number));
    Call second = keep(samples.incoming(anna, Samples.NOW.minusSeconds(10), number));
    Call bobs = keep(samples.incoming(bob, Samples.NOW, number));
    keep(samples.incoming(anna, Samples.NOW.minusSeconds(21), number));
    keep(samples.incoming(anna, Samples.NOW, samples.number(2)));
    keep(samples.call(anna, Samples.NOW));
    Instant since = Samples.NOW.minusSeconds(20);
    Visibility annas = Visibility.ownedBy(anna.id());
    Visibility none = Visibility.of(Territory.NONE);

    assertThat(latestFrom(number, since, 10, annas, none)).containsExactly(second.id(), first.id());
    assertThat(latestFrom(number, since, 1, annas, none)).containsExactly(second.id());
    assertThat(latestFrom(number, since, 10, Visibility.EVERYTHING, none))
        .containsExactly(bobs.id(), second.id(), first.id());
    inTransaction(() ->
        storage().calls().claim(acme.id(), Set.of(number), Visibility.EVERYTHING, 10, Samples.NOW));
    assertThat(latestFrom(number, since, 10, annas, Visibility.of(territory(samples.below("UK")))))
        .containsExactly(bobs.id(), second.id(), first.id());
  }

  private List<CallId> latestFrom(
      PhoneNumber number, Instant since, int limit, Visibility calls, Visibility clients) {
    return storage().callViews().latestFrom(number, since, limit, calls, clients).stream()
        .map(CallView::id)
        .toList();
  }

  @Test
  void finds_those_of_several_calls_that_are_visible() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bob = keep(samples.officer("Bob", samples.below("DE")));
    Call one = keep(samples.call(anna, Samples.NOW));
    Call other = keep(samples.call(anna, Samples.NOW.minusSeconds(1)));
    Call hidden = keep(samples.call(bob, Samples.NOW));
    CallId unknown = new CallId(samples.id(Samples.NOW));

    assertThat(
            storage()
                .callViews()
                .findAll(
                    Set.of(one.id(), other.id(), hidden.id(), unknown),
                    Visibility.ownedBy(anna.id()),
                    Visibility.of(Territory.NONE)))
        .containsExactlyInAnyOrder(
            new CallView(one, "Anna", null, "Anna"), new CallView(other, "Anna", null, "Anna"));
  }

  @Test
  void returns_a_call_as_stored() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client client = keep(samples.client("Acme", samples.below("DE")));
    var facts =
        new CallFacts(
            client.id(),
            CallType.INCOMING,
            CallOutcome.FOLLOW_UP,
            new CallDuration(CallDuration.MAX_SECONDS),
            Instant.parse("2026-03-09T23:59:59.999Z"),
            new Comment("Zoë said:\n\t\"100 % \\o/\" \uD83D\uDE00"),
            null,
            null);
    Call full = keep(samples.call(officer, facts));
    Call bare = keep(samples.call(officer, Samples.NOW));

    assertThat(find(full)).isEqualTo(new CallView(full, "Anna", "Acme", "Anna"));
    assertThat(find(bare)).isEqualTo(new CallView(bare, "Anna", null, "Anna"));
    assertThat(list(inRoot(), Visibility.EVERYTHING))
        .containsExactly(
            new CallView(bare, "Anna", null, "Anna"), new CallView(full, "Anna", "Acme", "Anna"));
  }

  @Test
  void does_not_return_unknown_or_deleted_ones() {
    Call call = keep(samples.call(keep(samples.officer("Anna", samples.root())), Samples.NOW));
    doInTransaction(() -> storage().calls().remove(call, Samples.NOW));
    CallId unknown = new CallId(samples.id(Samples.NOW));

    assertThat(views().find(call.id(), Visibility.EVERYTHING, Visibility.EVERYTHING)).isEmpty();
    assertThat(views().find(unknown, Visibility.EVERYTHING, Visibility.EVERYTHING)).isEmpty();
    assertThat(list(inRoot(), Visibility.EVERYTHING)).isEmpty();
    assertThat(views().historyOf(call.officerId(), Visibility.EVERYTHING, NOTHING).totals())
        .isEqualTo(new CallTotals(0, 0, 0, 0, null));
  }

  @Test
  void has_a_history_of_the_latest_calls_and_totals_of_all() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bea = keep(samples.officer("Bea", samples.below("DE")));
    Client acme = keep(samples.client("Acme", samples.root()));
    for (int second = 0; second < 60; second++) {
      CallOutcome outcome = second % 3 == 0 ? CallOutcome.FOLLOW_UP : CallOutcome.BUSY;
      Instant start = Samples.NOW.minusSeconds(second);
      keep(
          samples.call(
              second < 55 ? anna : bea,
              samples.facts(acme.id(), CallType.INCOMING, outcome, 10, start)));
    }

    CallHistory acmes = views().historyWith(Set.of(acme.id()), Visibility.EVERYTHING);
    assertThat(acmes.totals()).isEqualTo(new CallTotals(60, 20, 600, 200, Samples.NOW));
    assertThat(acmes.latest())
        .isEqualTo(
            list(CallFilter.ALL.with(Set.of(acme.id())), Visibility.EVERYTHING, Paging.first()));
    CallHistory annas = views().historyOf(anna.id(), Visibility.EVERYTHING, NOTHING);
    assertThat(annas.totals()).isEqualTo(new CallTotals(55, 19, 550, 190, Samples.NOW));
    assertThat(annas.latest().items()).hasSize(50).extracting(CallView::clientName).containsNull();
    assertThat(annas.latest().next()).isNotNull();
    var germany = Visibility.of(Territory.of(samples.below("DE")));
    for (Visibility others : List.of(germany, Visibility.ownedBy(bea.id()))) {
      CallHistory hidden = views().historyOf(anna.id(), others, NOTHING);
      assertThat(hidden.totals()).isEqualTo(new CallTotals(0, 0, 0, 0, null));
      assertThat(hidden.latest().items()).isEmpty();
    }
    assertThat(views().historyOf(bea.id(), germany, NOTHING).totals())
        .isEqualTo(new CallTotals(5, 1, 50, 10, Samples.NOW.minusSeconds(55)));
  }

  @Test
  void has_totals_that_follow_each_change() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Client apex = keep(samples.client("Apex", samples.root()));
    Instant before = Samples.NOW.minusSeconds(10);
    Call first = keep(connected(officer, acme, 60, before));
    Call last = keep(connected(officer, acme, 5, Samples.NOW));
    assertThat(totals(acme)).isEqualTo(new CallTotals(2, 2, 65, 65, Samples.NOW));
    assertThat(totals(apex)).isEqualTo(new CallTotals(0, 0, 0, 0, null));

    CallFacts moved = samples.facts(apex.id(), CallType.INCOMING, CallOutcome.BUSY, 4, Samples.NOW);
    Call apexs =
        inTransaction(() ->
            storage()
                .calls()
                .update(
                    new Call(
                        last.id(),
                        last.officerId(),
                        last.region(),
                        moved,
                        last.loggedBy(),
                        last.loggedAt(),
                        last.updatedAt(),
                        last.version())));
    assertThat(totals(acme)).isEqualTo(new CallTotals(1, 1, 60, 60, before));
    assertThat(totals(apex)).isEqualTo(new CallTotals(1, 0, 4, 0, Samples.NOW));

    doInTransaction(() -> storage().calls().remove(first, Samples.NOW));
    assertThat(totals(acme)).isEqualTo(new CallTotals(0, 0, 0, 0, null));
    assertThat(views().historyOf(officer.id(), Visibility.EVERYTHING, NOTHING).totals())
        .isEqualTo(new CallTotals(1, 0, 4, 0, Samples.NOW));

    doInTransaction(() -> storage().calls().remove(apexs, Samples.NOW));
    assertThat(totals(apex)).isEqualTo(new CallTotals(0, 0, 0, 0, null));
  }

  private CallTotals totals(Client client) {
    return views().historyWith(Set.of(client.id()), Visibility.EVERYTHING).totals();
  }

  private Call connected(Officer officer, Client client, int seconds, Instant start) {
    return samples.call(
        officer,
        samples.facts(client.id(), CallType.OUTGOING, CallOutcome.SUCCESSFUL, seconds, start));
  }

  @Test
  void keeps_the_region_of_a_call_if_its_officer_moves() {
    Officer officer = keep(samples.officer("Anna", samples.below("UK")));
    Call before = keep(samples.call(officer, Samples.NOW));
    make(List.of(samples.below("DE")));
    Officer moved =
        inTransaction(
            () -> storage().officers().update(renamed(officer, "Anna", samples.below("DE"))));
    Call after = keep(samples.call(moved, Samples.NOW));

    assertThat(list(inRoot(), Visibility.of(Territory.of(samples.below("UK")))))
        .extracting(CallView::id)
        .containsExactly(before.id());
    assertThat(list(inRoot(), Visibility.of(Territory.of(samples.below("DE")))))
        .extracting(CallView::id)
        .containsExactly(after.id());
    assertThat(list(inRoot(), Visibility.ownedBy(officer.id()))).hasSize(2);
  }

  @Test
  void returns_exactly_what_each_visibility_covers() {
    List<Officer> officers = oneInEachRegion();
    List<Call> calls = oneOfEach(officers);
    Officer one = officers.get(3);
    Set<OfficerId> ids = officers.stream().map(Officer::id).collect(Collectors.toSet());
    CallFilter theirs = filter(ids, Set.of(), null);

    for (Visibility visibility : visibilities(trickyRegions(), one.id(), officers.getLast().id())) {
      List<CallId> visible =
          calls.stream()
              .filter(call -> visibility.covers(call.region(), call.officerId()))
              .map(Call::id)
              .toList();

      assertThat(calls.stream().map(Call::id))
          .as("found with %s", visibility)
          .filteredOn(id -> views().find(id, visibility, NOTHING).isPresent())
          .isEqualTo(visible);
      assertThat(walk(4, (Paging<ByStart> p) -> list(theirs, visibility, p)))
          .as("listed with %s", visibility)
          .extracting(CallView::id)
          .containsExactlyInAnyOrderElementsOf(visible);
      assertThat(list(theirs, visibility, new Paging<>(1, null, true)).total())
          .as("counted with %s", visibility)
          .isEqualTo(Slice.Total.of(visible.size()));
    }
  }

  @Test
  void returns_a_call_if_its_client_is_visible() {
    Officer officer = keep(samples.officer("Anna", samples.below("DE")));
    Officer owner = keep(samples.officer("Bea", samples.below("FR")));
    Client client = keep(samples.client("Acme", samples.below("UK/London"), owner.id()));
    Call call = keep(samples.call(officer, client, Samples.NOW));
    Call without = keep(samples.call(officer, Samples.NOW));

    for (Visibility visibility :
        List.of(
            Visibility.EVERYTHING,
            Visibility.of(Territory.of(samples.below("UK"))),
            Visibility.ownedBy(owner.id()),
            new Part(Territory.of(samples.below("FR")), owner.id()))) {
      assertThat(views().find(call.id(), NOTHING, visibility)).as("%s", visibility).isPresent();
      assertThat(views().find(without.id(), NOTHING, visibility)).as("%s", visibility).isEmpty();
    }
    for (Visibility visibility :
        List.of(
            NOTHING,
            Visibility.of(Territory.of(samples.below("DE"))),
            Visibility.ownedBy(officer.id()),
            new Part(Territory.of(samples.below("UK/Leeds")), officer.id()))) {
      assertThat(views().find(call.id(), NOTHING, visibility)).as("%s", visibility).isEmpty();
    }
    assertThat(list(ofOfficer(officer.id()), Visibility.of(Territory.of(samples.below("UK")))))
        .isEmpty();
  }

  @Test
  void does_not_return_a_call_because_of_a_deleted_client() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client client = keep(samples.client("Acme", samples.root()));
    Call call = keep(samples.call(officer, client, Samples.NOW));

    doInTransaction(() -> storage().clients().remove(client, Samples.NOW));

    assertThat(views().find(call.id(), NOTHING, Visibility.EVERYTHING)).isEmpty();
    assertThat(views().find(call.id(), Visibility.ownedBy(officer.id()), NOTHING)).isPresent();
  }
}
