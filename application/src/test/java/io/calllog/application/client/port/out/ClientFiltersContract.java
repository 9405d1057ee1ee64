package io.calllog.application.client.port.out;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Part of {@link ClientViewsContract}: filters, order, and pages. */
abstract class ClientFiltersContract extends ClientSearchContract {

  @Test
  void filters_by_subtree() {
    List<Client> clients = oneInEachRegion(null);

    for (RegionPath region : trickyRegions()) {
      assertThat(
              list(
                      new ClientFilter(
                          Set.of(),
                          region,
                          Set.of(),
                          null,
                          text(samples.token()),
                          false,
                          null,
                          Set.of(),
                          null),
                      Paging.first())
                  .items())
          .as("at or below %s", region)
          .extracting(Client::id)
          .containsExactlyInAnyOrderElementsOf(
              clients.stream()
                  .filter(client -> region.contains(client.details().region()))
                  .map(Client::id)
                  .toList());
    }
  }

  @Test
  void filters_by_status_and_owner_together() {
    OfficerId anna = keep(samples.officer("Anna", samples.root())).id();
    OfficerId bea = keep(samples.officer("Bea", samples.root())).id();
    for (ClientStatus status : ClientStatus.values()) {
      keep(samples.client(detailsOf("Acme", null, null, status, anna)));
      keep(samples.client(detailsOf("Acme", null, null, status, bea)));
    }

    assertThat(
            list(
                    new ClientFilter(
                        Set.of(), null, Set.of(anna), null, null, false, null, Set.of(), null),
                    Paging.first())
                .items())
        .hasSize(4);
    assertThat(
            list(
                    new ClientFilter(
                        Set.of(ClientStatus.ACTIVE),
                        samples.root(),
                        Set.of(),
                        null,
                        null,
                        false,
                        null,
                        Set.of(),
                        null),
                    Paging.first())
                .items())
        .hasSize(2)
        .allMatch(client -> client.details().status() == ClientStatus.ACTIVE);
    var two = Set.of(ClientStatus.ACTIVE, ClientStatus.CONVERTED);
    assertThat(
            list(
                    new ClientFilter(
                        two, samples.root(), Set.of(), null, null, false, null, Set.of(), null),
                    Paging.first())
                .items())
        .hasSize(4)
        .allMatch(client -> two.contains(client.details().status()));
    assertThat(
            list(
                    new ClientFilter(
                        Set.of(ClientStatus.LEAD),
                        null,
                        Set.of(bea),
                        null,
                        null,
                        false,
                        null,
                        Set.of(),
                        null),
                    Paging.first())
                .items())
        .singleElement()
        .satisfies(client -> assertThat(client.details().ownerId()).isEqualTo(bea))
        .satisfies(client -> assertThat(client.details().status()).isEqualTo(ClientStatus.LEAD));
    keep(samples.client(detailsOf("Acme", null, null, ClientStatus.LEAD, null)));
    assertThat(
            list(
                    new ClientFilter(
                        Set.of(), null, Set.of(anna, bea), null, null, false, null, Set.of(), null),
                    Paging.first())
                .items())
        .hasSize(8);
  }

  @Test
  void filters_by_external_id() {
    var id = new ExternalId("crm-" + samples.token());
    Client client =
        keep(
            samples.client(
                new ClientDetails(
                    new Name("Acme"),
                    null,
                    List.of(),
                    null,
                    null,
                    samples.root(),
                    ClientStatus.LEAD,
                    null,
                    id,
                    null)));
    Client other = keep(samples.client("Acme", samples.root()));
    var filter = new ClientFilter(Set.of(), null, Set.of(), id, null, false, null, Set.of(), null);

    assertThat(list(filter, Paging.first()).items()).containsExactly(client);
    assertThat(lastCalled(filter)).containsExactly(client);

    doInTransaction(() -> storage().clients().remove(client, other.id(), Samples.NOW));
    assertThat(list(filter, Paging.first()).items()).containsExactly(other);
    assertThat(lastCalled(filter)).containsExactly(other);
  }

  private List<Client> lastCalled(ClientFilter filter) {
    return storage()
        .clientViews()
        .listByLastCall(filter, Visibility.EVERYTHING, false, Paging.first())
        .items()
        .stream()
        .map(ListedClient::client)
        .toList();
  }

  @Test
  void combines_an_owner_filter_with_the_visibility() {
    OfficerId anna = keep(samples.officer("Anna", samples.root())).id();
    OfficerId bea = keep(samples.officer("Bea", samples.root())).id();
    Client near = keep(samples.client("Near", samples.below("UK"), bea));
    Client far = keep(samples.client("Far", samples.below("DE"), bea));
    keep(samples.client("Own", samples.below("DE"), anna));
    var ofBea =
        new ClientFilter(Set.of(), null, Set.of(bea), null, null, false, null, Set.of(), null);

    assertThat(
            list(ofBea, new Part(Territory.of(samples.below("UK")), anna), Paging.first()).items())
        .containsExactly(near);
    assertThat(list(ofBea, Visibility.ownedBy(anna), Paging.first()).items()).isEmpty();
    assertThat(list(ofBea, Visibility.ownedBy(bea), Paging.first()).items())
        .containsExactly(far, near);
  }

  @Test
  void orders_by_name_ignoring_case_and_then_by_id() {
    NAMES_IN_ORDER.reversed().forEach(name -> keep(samples.client(name, samples.root())));

    assertThat(list(inRoot(), Paging.first()).items())
        .extracting(client -> client.details().name().value())
        .containsExactlyElementsOf(NAMES_IN_ORDER);
  }

  @Test
  void orders_equal_names_by_id_ignoring_case() {
    List<UUID> ids = new ArrayList<>();
    for (long high : List.of(0x8L, 0x7L, 0xFL, 0x0L)) {
      for (String name : List.of("STRASSE", "Straße", "strasse")) {
        UUID id = samples.idBeginningWith(high);
        ids.add(id);
        keep(samples.client(id, detailsOf(name, null)));
      }
    }

    assertThat(walk(1, (Paging<ByName> paging) -> list(inRoot(), paging)))
        .extracting(view -> view.id().value())
        .containsExactlyElementsOf(ids.stream().sorted(comparing(UUID::toString)).toList());
  }

  @Test
  void reads_the_same_list_in_pages_of_any_size_with_any_visibility() {
    OfficerId anna = keep(samples.officer("Anna", samples.root())).id();
    for (String name : List.of("b", "B", "a", "Ä", "c")) {
      for (String region : List.of("UK", "UK/London", "UKX")) {
        keep(samples.client(name, samples.below(region), anna));
        keep(samples.client(name, samples.below(region)));
      }
    }
    for (Visibility visibility : visibilities(trickyRegions(), anna, anna)) {
      List<Client> whole =
          list(inRoot(), visibility, new Paging<>(Paging.MAX_LIMIT, null, false)).items();

      for (int limit : List.of(1, 2, 3, 7, 30)) {
        assertThat(walk(limit, (Paging<ByName> paging) -> list(inRoot(), visibility, paging)))
            .as("pages of %s with %s", limit, visibility)
            .isEqualTo(whole);
      }
    }
  }

  final List<Client> oneInEachRegion(@Nullable OfficerId owner) {
    List<Client> clients = new ArrayList<>();
    for (RegionPath region : trickyRegions()) {
      clients.add(keep(samples.client("Acme " + samples.token(), region, owner)));
    }
    return clients;
  }
}
