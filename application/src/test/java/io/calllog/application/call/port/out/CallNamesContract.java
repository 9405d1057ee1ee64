package io.calllog.application.call.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Part of {@link CallViewsContract}: the names of officers and clients. */
abstract class CallNamesContract extends CallFiltersContract {

  @Test
  void returns_the_current_names_of_officer_and_client() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client client = keep(samples.client("Acme", samples.root()));
    Call call = keep(samples.call(officer, client, Samples.NOW));

    inTransaction(() -> storage().officers().update(renamed(officer, "Bea", samples.root())));
    inTransaction(() -> storage().clients().update(renamed(client, "Apex")));

    assertThat(find(call)).isEqualTo(new CallView(call, "Bea", "Apex", "Bea"));
    assertThat(list(inRoot(), Visibility.EVERYTHING))
        .containsExactly(new CallView(call, "Bea", "Apex", "Bea"));
  }

  @Test
  void returns_the_names_of_deleted_officers_and_clients() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client client = keep(samples.client("Acme", samples.root()));
    Call call = keep(samples.call(officer, client, Samples.NOW));

    doInTransaction(() -> storage().officers().remove(officer, Samples.NOW));
    doInTransaction(() -> storage().clients().remove(client, Samples.NOW));

    assertThat(find(call)).isEqualTo(new CallView(call, "Anna", "Acme", "Anna"));
    assertThat(list(ofOfficer(officer.id()), Visibility.EVERYTHING)).hasSize(1);
    assertThat(list(CallFilter.ALL.with(Set.of(client.id())), Visibility.EVERYTHING)).hasSize(1);
    assertThat(views().historyWith(Set.of(client.id()), Visibility.EVERYTHING).totals().calls())
        .isEqualTo(1);
  }

  @Test
  void returns_the_name_of_a_client_only_to_those_who_see_its_region_or_owner() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client client = keep(samples.client("Acme", samples.below("DE"), officer.id()));
    Call call = keep(samples.call(officer, client, Samples.NOW));

    assertThat(clientNames(call, Visibility.of(Territory.of(samples.below("UK")))))
        .containsExactly(null, null);
    for (Visibility clients :
        List.of(
            Visibility.of(Territory.of(samples.below("DE"))), Visibility.ownedBy(officer.id()))) {
      assertThat(clientNames(call, clients)).containsExactly("Acme", "Acme");
    }
  }

  @Test
  void returns_the_name_of_the_officer_who_logged_the_call() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Officer manager = keep(samples.officer("Mona", samples.root()));
    Call own = samples.call(officer, Samples.NOW);
    Call call =
        keep(
            new Call(
                own.id(),
                own.officerId(),
                own.region(),
                own.facts(),
                ActorId.of(manager.id()),
                own.loggedAt(),
                own.updatedAt(),
                own.version()));

    assertThat(find(call)).isEqualTo(new CallView(call, "Anna", null, "Mona"));
    assertThat(list(inRoot(), Visibility.EVERYTHING))
        .containsExactly(new CallView(call, "Anna", null, "Mona"));
  }

  /** The name of the client in the call and in the list, for somebody who sees these clients. */
  private List<@Nullable String> clientNames(Call call, Visibility clients) {
    CallView found = views().find(call.id(), Visibility.EVERYTHING, clients).orElseThrow();
    CallView listed =
        views()
            .list(inRoot(), CallOrder.LATEST_FIRST, Visibility.EVERYTHING, clients, Paging.first())
            .items()
            .getFirst();
    return Arrays.asList(found.clientName(), listed.clientName());
  }

  final CallView find(Call call) {
    return views().find(call.id(), Visibility.EVERYTHING, Visibility.EVERYTHING).orElseThrow();
  }

  static Officer renamed(Officer o, String name, RegionPath region) {
    var d = o.details();
    var details =
        new OfficerDetails(
            new Name(name), d.email(), d.phone(), region, List.of(), d.role(), d.status());
    return new Officer(
        o.id(),
        details,
        o.passwordHash(),
        o.tokenVersion(),
        o.createdAt(),
        o.updatedAt(),
        o.version());
  }

  private static Client renamed(Client c, String name) {
    var d = c.details();
    var details =
        new ClientDetails(
            new Name(name),
            d.company(),
            d.phones(),
            d.email(),
            d.address(),
            d.region(),
            d.status(),
            d.ownerId(),
            d.externalId(),
            null);
    return new Client(c.id(), details, c.createdAt(), c.updatedAt(), c.version());
  }
}
