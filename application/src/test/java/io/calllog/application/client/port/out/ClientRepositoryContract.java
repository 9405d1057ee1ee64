package io.calllog.application.client.port.out;

import static io.calllog.domain.officer.Visibility.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link ClientRepository}. */
public abstract class ClientRepositoryContract extends StorageContract {

  @Test
  void finds_nothing_for_an_unknown_id() {
    ClientId unknown = new ClientId(samples.id(Samples.NOW));

    assertThat(inTransaction(() -> clients().findForUpdate(unknown))).isEmpty();
  }

  @Test
  void stores_all_fields_of_a_client() {
    Client client =
        new Client(
            new ClientId(samples.id(Samples.NOW)),
            everythingAbout(keep(samples.officer("Anna", samples.root()))),
            Samples.NOW,
            Samples.NOW.plusNanos(1_000),
            0);
    keep(client);

    assertThat(stored(client)).contains(client);
  }

  @Test
  void stores_a_client_with_only_required_fields() {
    for (RegionPath region : List.of(RegionPath.ROOT, RegionPath.UNASSIGNED, samples.root())) {
      Client client = keep(samples.client("Zoë", region));

      assertThat(stored(client)).contains(client);
    }
  }

  @Test
  void stores_every_status() {
    for (ClientStatus status : ClientStatus.values()) {
      Client client = keep(samples.client(detailsOf("Acme", status)));

      assertThat(stored(client)).contains(client);
    }
  }

  @Test
  void stores_two_clients_with_equal_details() {
    Officer owner = keep(samples.officer("Anna", samples.root()));
    Client first = keep(samples.client(everythingAbout(owner)));
    Client second = keep(samples.client(everythingAbout(owner)));

    assertThat(stored(first)).contains(first);
    assertThat(stored(second)).contains(second);
  }

  @Test
  void sets_and_clears_every_field() {
    Client bare = keep(samples.client("Acme", samples.root()));
    ClientDetails everything = everythingAbout(keep(samples.officer("Anna", samples.root())));
    make(List.of(everything.region()));

    Client full = update(withDetails(bare, everything));
    assertThat(full.details()).isEqualTo(everything);
    assertThat(stored(bare)).contains(full);

    Client bareAgain = update(withDetails(full, bare.details()));
    assertThat(bareAgain.details()).isEqualTo(bare.details());
    assertThat(stored(bare)).contains(bareAgain);
  }

  @Test
  void refuses_a_second_client_with_the_same_external_id() {
    ExternalId taken = externalId("taken");
    Client first = keep(withExternalId("First", taken));
    Client second = keep(withExternalId("Second", externalId("free")));
    Client other = keep(withExternalId("Other", externalId("TAKEN")));

    assertConflict("external-id-taken", () -> keep(withExternalId("Third", taken)));
    assertConflict(
        "external-id-taken",
        () -> update(new Client(second.id(), first.details(), Samples.NOW, Samples.NOW, 0)));
    assertThat(stored(second)).contains(second);
    assertThat(stored(other)).contains(other);
  }

  @Test
  void frees_the_external_id_of_a_deleted_client() {
    ExternalId id = externalId("freed");
    remove(keep(withExternalId("First", id)));
    Client second = keep(withExternalId("Second", id));

    assertThat(stored(second)).contains(second);
  }

  @Test
  void keeps_the_external_id_of_a_merged_client_until_it_is_given_to_another_one() {
    ExternalId id = externalId("merged");
    Client first = keep(withExternalId("First", id));
    Client remaining = keep(withExternalId("Remaining", externalId("remaining")));
    Client other = keep(withExternalId("Other", externalId("other")));
    doInTransaction(() -> clients().remove(first, remaining.id(), Samples.NOW));

    assertConflict("external-id-taken", () -> keep(withExternalId("Second", id)));
    Client changed = update(new Client(other.id(), first.details(), Samples.NOW, Samples.NOW, 0));
    assertThat(changed.details().externalId()).isEqualTo(id);
    remove(changed);
    remove(remaining);
    assertThat(stored(keep(withExternalId("Third", id)))).isPresent();
  }

  @Test
  void restores_a_deleted_client() {
    Client client = keep(withExternalId("First", externalId("kept")));
    remove(client);

    Client restored = inTransaction(() -> restore(client));

    assertThat(restored.details()).isEqualTo(client.details());
    assertThat(stored(client)).contains(restored);
  }

  @Test
  void refuses_to_restore_a_client_whose_external_id_is_used_again() {
    ExternalId id = externalId("reused");
    Client first = keep(withExternalId("First", id));
    remove(first);
    keep(withExternalId("Second", id));
    assertConflict("external-id-taken", () -> inTransaction(() -> restore(first)));
  }

  @Test
  void a_merged_client_is_not_a_deleted_one() {
    Client acme = keep(samples.client("Acme", samples.root()));
    Client again = keep(withExternalId("Acme Ltd", externalId("merged")));
    doInTransaction(() -> clients().remove(again, acme.id(), Samples.NOW));

    assertThat(stored(again)).isEmpty();
    assertThat(inTransaction(() -> clients().findDeletedForUpdate(again.id()))).isEmpty();
    assertThat(inTransaction(() -> clients().findMergedForUpdate(acme.id())))
        .extracting(Client::details)
        .containsExactly(again.details());
    assertThat(inTransaction(() -> clients().isUsed(again.id()))).isTrue();
  }

  private Client restore(Client client) {
    return clients()
        .restore(clients().findDeletedForUpdate(client.id()).orElseThrow(), Samples.NOW);
  }

  @Test
  void hands_over_the_visible_clients_of_an_owner() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer bob = keep(samples.officer("Bob", samples.root()));
    Client acme = keep(samples.client("Acme", samples.below("UK"), anna.id()));
    Client apex = keep(samples.client("Apex", samples.below("UK/London"), anna.id()));
    Client far = keep(samples.client("Far", samples.below("DE"), anna.id()));
    Client other = keep(samples.client("Other", samples.below("UK"), bob.id()));
    Client deleted = keep(samples.client("Deleted", samples.below("UK"), anna.id()));
    remove(deleted);
    Instant later = Samples.NOW.plusSeconds(60);

    List<Client> given =
        inTransaction(() ->
            clients()
                .handOver(
                    anna.id(), bob.id(), Visibility.of(territory(samples.below("UK"))), later));

    assertThat(given).containsExactlyInAnyOrder(acme, apex);
    assertThat(stored(acme)).contains(handedOver(acme, bob, later));
    assertThat(stored(apex)).contains(handedOver(apex, bob, later));
    assertThat(stored(far)).contains(far);
    assertThat(stored(other)).contains(other);
    assertThat(inTransaction(() -> clients().findDeletedForUpdate(deleted.id())))
        .hasValueSatisfying(client -> assertThat(client.details()).isEqualTo(deleted.details()));
  }

  private Client handedOver(Client client, Officer owner, Instant now) {
    ClientDetails before = client.details();
    ClientDetails after =
        samples.client(before.name().value(), before.region(), owner.id()).details();
    return new Client(client.id(), after, client.createdAt(), now, 1);
  }

  @Test
  void knows_the_ids_of_all_clients_even_deleted_ones() {
    Client living = keep(samples.client("Acme", samples.root()));
    Client deleted = keep(samples.client("Acme", samples.root()));
    remove(deleted);
    ClientId unknown = new ClientId(samples.id(Samples.NOW));

    assertThat(inTransaction(() -> clients().isUsed(living.id()))).isTrue();
    assertThat(inTransaction(() -> clients().isUsed(deleted.id()))).isTrue();
    assertThat(inTransaction(() -> clients().isUsed(unknown))).isFalse();
  }

  @Test
  void increments_the_version_and_stores_the_time_of_the_change() {
    Client client = keep(samples.client("Acme", samples.root()));
    Client changed =
        new Client(
            client.id(),
            detailsOf("Apex", ClientStatus.CONVERTED),
            client.createdAt(),
            client.updatedAt().plusMillis(1),
            client.version());

    Client first = update(changed);
    Client second = update(named(first, "Aster"));

    assertThat(first).isEqualTo(withVersion(changed, 1));
    assertThat(second).isEqualTo(withVersion(named(changed, "Aster"), 2));
    assertThat(stored(client)).contains(second);
  }

  @Test
  void adds_and_changes_in_one_transaction() {
    Client client = samples.client("Acme", samples.root());
    make(List.of(samples.root()));

    Client changed =
        inTransaction(() -> {
          clients().add(client);
          Client found = clients().findForUpdate(client.id()).orElseThrow();
          return clients().update(named(found, "Apex"));
        });

    assertThat(changed).isEqualTo(withVersion(named(client, "Apex"), 1));
    assertThat(stored(client)).contains(changed);
  }

  @Test
  void refuses_to_change_a_stale_version() {
    Client client = keep(samples.client("Acme", samples.root()));
    Client changed = update(named(client, "Apex"));

    assertConflict("lost-race", () -> update(named(client, "Other")));
    assertConflict("lost-race", () -> remove(client));
    assertThat(stored(client)).contains(changed);
  }

  @Test
  void finds_the_last_committed_version_for_update() {
    Client client = keep(samples.client("Acme", samples.root()));

    Client found =
        inTransaction(() -> {
          assertThat(storage().clientViews().find(client.id(), EVERYTHING)).contains(client);
          meanwhile(() -> update(named(client, "Apex")));
          return clients().findForUpdate(client.id()).orElseThrow();
        });

    assertThat(found).isEqualTo(withVersion(named(client, "Apex"), 1));
  }

  @Test
  void does_not_find_a_deleted_one() {
    Client client = keep(samples.client("Acme", samples.root()));

    remove(client);

    assertThat(stored(client)).isEmpty();
  }

  @Test
  void refuses_to_change_or_delete_a_deleted_one() {
    Client client = keep(samples.client("Acme", samples.root()));
    remove(client);

    assertConflict("lost-race", () -> update(named(client, "Apex")));
    assertConflict("lost-race", () -> remove(client));
    assertConflict("lost-race", () -> remove(withVersion(client, 1)));
  }

  private ClientRepository clients() {
    return storage().clients();
  }

  private Client update(Client client) {
    return inTransaction(() -> clients().update(client));
  }

  private void remove(Client client) {
    doInTransaction(() -> clients().remove(client, Samples.NOW.plusSeconds(1)));
  }

  private ClientDetails everythingAbout(Officer owner) {
    return new ClientDetails(
        new Name("Zoë O'Brien \\ 100 % \uD83D\uDE00"),
        new Name("Æther & Söhne"),
        List.of(
            new Phone(new PhoneNumber("+442079460958"), "012", new Name("Zoë, reception")),
            Phone.of(new PhoneNumber("+447700900123"))),
        new EmailAddress("Zoë@Example.com"),
        new PostalAddress("1 Long Lane\n\tLondon\nEC1A \uD83D\uDE00"),
        samples.below("UK/London"),
        ClientStatus.CONVERTED,
        owner.id(),
        new ExternalId("crm/" + samples.token() + "/" + samples.id(Samples.NOW)),
        null);
  }

  private ExternalId externalId(String id) {
    return new ExternalId(samples.token() + "/" + id);
  }

  private Client withExternalId(String name, ExternalId id) {
    return samples.client(
        new ClientDetails(
            new Name(name),
            null,
            List.of(),
            null,
            null,
            samples.root(),
            ClientStatus.LEAD,
            null,
            id,
            null));
  }

  private ClientDetails detailsOf(String name, ClientStatus status) {
    return new ClientDetails(
        new Name(name), null, List.of(), null, null, samples.root(), status, null, null, null);
  }

  private Client named(Client client, String name) {
    return withDetails(client, detailsOf(name, client.details().status()));
  }

  private static Client withDetails(Client client, ClientDetails details) {
    return new Client(
        client.id(), details, client.createdAt(), client.updatedAt(), client.version());
  }

  private static Client withVersion(Client client, long version) {
    return new Client(
        client.id(), client.details(), client.createdAt(), client.updatedAt(), version);
  }
}
