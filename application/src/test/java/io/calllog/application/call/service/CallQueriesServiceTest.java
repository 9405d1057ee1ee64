package io.calllog.application.call.service;

import static io.calllog.application.testing.Refusals.assertNotFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.call.port.in.CallQueries;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallTotals;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.ClientMerged;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallQueriesServiceTest {

  private final Office office = new Office();
  private final Client acme = office.keep(office.samples.client("Acme", office.germany));
  private final Call annasWithAcme =
      office.keep(office.samples.call(office.anna, acme, Samples.NOW));
  private final Call annas =
      office.keep(office.samples.call(office.anna, Samples.NOW.minusSeconds(1)));
  private final Call doras =
      office.keep(office.samples.call(office.dora, acme, Samples.NOW.minusSeconds(2)));
  private final CallQueries queries =
      new CallQueriesService(
          office.callViews,
          office.officers,
          office.clients,
          office.audit,
          office.unitOfWork,
          office.clock);

  @Test
  void lists_the_calls_of_a_client_and_of_those_that_were_merged_into_it() {
    Client again = office.keep(office.samples.client("Acme GmbH", office.germany));
    Call withAgain =
        office.keep(office.samples.call(office.dora, again, Samples.NOW.minusSeconds(9)));
    office.clients.remove(again, acme.id(), Samples.NOW);
    var dora = office.actor(office.dora);

    assertThat(queries.historyWith(dora, acme.id()).totals().calls()).isEqualTo(3);
    for (Client named : List.of(acme, again)) {
      var filter = CallFilter.ALL.with(Set.of(named.id()));
      assertThat(queries.list(dora, filter, CallOrder.LATEST_FIRST, Paging.first()).items())
          .extracting(CallView::id)
          .containsExactly(doras.id(), withAgain.id());
    }
    assertThat(
            queries
                .listWith(dora, acme.id(), CallFilter.ALL, CallOrder.LATEST_FIRST, Paging.first())
                .items())
        .extracting(view -> view.call().facts().clientId())
        .containsExactly(acme.id(), acme.id(), acme.id());
    assertThatExceptionOfType(ClientMerged.class)
        .isThrownBy(() -> queries.historyWith(dora, again.id()));
    assertNotFound(() -> queries.historyWith(office.actor(office.anna), again.id()));
  }

  @Test
  void finds_own_calls_calls_of_the_territory_and_calls_with_a_visible_client() {
    assertSees(office.anna, annasWithAcme, annas);
    assertSees(office.bob);
    assertSees(office.manager, annasWithAcme, annas);
    assertSees(office.dora, annasWithAcme, doras);
    assertSees(office.otherManager, annasWithAcme, doras);
    assertSees(office.admin, annasWithAcme, annas, doras);
    assertSees(office.newcomer);
  }

  private void assertSees(Officer reader, Call... visible) {
    List<CallId> ids = List.of(visible).stream().map(Call::id).toList();
    for (Call call : List.of(annasWithAcme, annas, doras)) {
      if (ids.contains(call.id())) {
        assertThat(queries.find(office.actor(reader), call.id()).id()).isEqualTo(call.id());
      } else {
        assertNotFound(() -> queries.find(office.actor(reader), call.id()));
      }
    }
  }

  @Test
  void lists_only_own_calls_and_calls_of_the_territory() {
    assertThat(listed(office.anna)).containsExactly(annasWithAcme.id(), annas.id());
    assertThat(listed(office.manager)).containsExactly(annasWithAcme.id(), annas.id());
    assertThat(listed(office.dora)).containsExactly(doras.id());
    assertThat(listed(office.otherManager)).containsExactly(doras.id());
    assertThat(listed(office.admin)).containsExactly(annasWithAcme.id(), annas.id(), doras.id());
    assertThat(listed(office.bob)).isEmpty();
  }

  @Test
  void returns_the_part_of_an_officers_history_that_the_actor_can_list() {
    CallHistory history = queries.historyOf(office.actor(office.manager), office.anna.id());

    assertThat(history.latest().items())
        .extracting(CallView::id)
        .containsExactly(annasWithAcme.id(), annas.id());
    assertThat(history.latest().next()).isNull();
    assertThat(history.totals()).isEqualTo(new CallTotals(2, 2, 120, 120, Samples.NOW));
    assertThat(queries.historyOf(office.actor(office.anna), office.anna.id())).isEqualTo(history);
    assertThat(queries.historyOf(office.actor(office.bob), office.bob.id()).totals())
        .isEqualTo(new CallTotals(0, 0, 0, 0, null));
  }

  @Test
  void returns_the_newest_50_calls_of_a_history_and_totals_of_all() {
    for (int second = 1; second <= 60; second++) {
      office.keep(office.samples.call(office.bob, Samples.NOW.minusSeconds(second)));
    }

    CallHistory history = queries.historyOf(office.actor(office.bob), office.bob.id());

    assertThat(history.latest().items()).hasSize(50);
    assertThat(history.latest().items().getFirst().call().facts().startedAt())
        .isEqualTo(Samples.NOW.minusSeconds(1));
    assertThat(history.latest().next()).isNotNull();
    assertThat(history.totals().calls()).isEqualTo(60);
  }

  @Test
  void returns_the_whole_history_of_a_visible_client() {
    for (Officer reader : new Officer[] {office.dora, office.otherManager, office.admin}) {
      CallHistory history = queries.historyWith(office.actor(reader), acme.id());

      assertThat(history.latest().items())
          .extracting(CallView::id)
          .containsExactly(annasWithAcme.id(), doras.id());
      assertThat(history.totals().calls()).isEqualTo(2);
      assertThat(
              queries
                  .listWith(
                      office.actor(reader),
                      acme.id(),
                      CallFilter.ALL,
                      CallOrder.EARLIEST_FIRST,
                      Paging.first())
                  .items())
          .extracting(CallView::id)
          .containsExactly(doras.id(), annasWithAcme.id());
    }
  }

  @Test
  void finds_no_history_of_invisible_officers_and_clients() {
    for (Officer reader : new Officer[] {office.bob, office.dora, office.otherManager}) {
      assertNotFound(() -> queries.historyOf(office.actor(reader), office.anna.id()));
      assertNotFound(() -> listOf(reader, office.anna, CallFilter.ALL));
    }
    for (Officer reader : new Officer[] {office.anna, office.manager, office.newcomer}) {
      assertNotFound(() -> queries.historyWith(office.actor(reader), acme.id()));
      assertNotFound(() -> listWith(reader, acme, CallFilter.ALL));
    }
    office.clients.remove(acme, Samples.NOW);
    office.officers.remove(office.anna, Samples.NOW);
    assertNotFound(() -> queries.historyWith(office.actor(office.admin), acme.id()));
    assertNotFound(() -> queries.historyOf(office.actor(office.admin), office.anna.id()));
  }

  @Test
  void filters_the_calls_of_an_officer() {
    CallFilter withAcme = CallFilter.ALL.with(Set.of(acme.id()));

    assertThat(listOf(office.manager, office.anna, withAcme).items()).hasSize(1);
    assertThat(listOf(office.manager, office.anna, CallFilter.ALL.of(office.bob.id())))
        .isEqualTo(new Slice<>(List.of(), null, new Total(0, false)));
    var annaAndBob =
        new CallFilter(
            Set.of(office.anna.id(), office.bob.id()),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null,
            null,
            null,
            null,
            null);
    assertThat(listOf(office.manager, office.anna, annaAndBob).items())
        .hasSize(2)
        .allMatch(call -> call.call().officerId().equals(office.anna.id()));
  }

  @Test
  void filters_the_calls_with_a_client() {
    Client other = office.keep(office.samples.client("Other", office.germany));

    assertThat(listWith(office.dora, acme, CallFilter.ALL.of(office.anna.id())).items())
        .extracting(CallView::id)
        .containsExactly(annasWithAcme.id());
    assertThat(listWith(office.dora, acme, CallFilter.ALL.with(Set.of(other.id()))))
        .isEqualTo(new Slice<>(List.of(), null, new Total(0, false)));
  }

  private List<CallId> listed(Officer reader) {
    return queries
        .list(office.actor(reader), CallFilter.ALL, CallOrder.LATEST_FIRST, Paging.first())
        .items()
        .stream()
        .map(CallView::id)
        .toList();
  }

  private Slice<CallView, ?> listOf(Officer reader, Officer officer, CallFilter filter) {
    return queries.listOf(
        office.actor(reader),
        officer.id(),
        filter,
        CallOrder.LATEST_FIRST,
        new Paging<>(50, null, true));
  }

  private Slice<CallView, ?> listWith(Officer reader, Client client, CallFilter filter) {
    return queries.listWith(
        office.actor(reader),
        client.id(),
        filter,
        CallOrder.LATEST_FIRST,
        new Paging<>(50, null, true));
  }
}
