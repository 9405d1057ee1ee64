package io.calllog.application.client.service;

import static io.calllog.application.testing.Refusals.STALE;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static io.calllog.application.testing.Refusals.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.client.port.in.ClientQueries;
import io.calllog.application.client.port.in.RemoveClient;
import io.calllog.application.client.port.in.ReviseClient;
import io.calllog.application.client.port.in.ReviseClient.Command;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queries, changes, and deletions of clients. */
class ReviseClientServiceTest {

  private final Office office = new Office();
  private final Client unowned = office.keep(office.samples.client("Acme", office.london));
  private final Client bobs =
      office.keep(office.samples.client("Bob's", office.london, office.bob.id()));
  private final Client annasFarAway =
      office.keep(office.samples.client("Far away", office.germany, office.anna.id()));
  private final ReviseClient reviseClient =
      new ReviseClientService(office.clients, office.officers, office.audit, office.clock);
  private final RemoveClient removeClient =
      new RemoveClientService(office.clients, office.audit, office.clock);
  private final ClientQueries queries = new ClientQueriesService(office.clients, office.unitOfWork);

  @Test
  void officers_can_change_their_own_clients_and_those_without_an_owner() {
    office.clock.advance(Duration.ofSeconds(60));

    Client changed =
        revise(office.anna, unowned, ExpectedVersion.ANY, ReviseClientServiceTest::apex);

    assertThat(changed.details().name()).isEqualTo(new Name("Apex"));
    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.updatedAt()).isEqualTo(Samples.NOW.plusSeconds(60));
    assertThat(changed).isEqualTo(stored(unowned));
    assertThat(
            revise(office.anna, annasFarAway, ExpectedVersion.ANY, ReviseClientServiceTest::apex)
                .details()
                .name())
        .isEqualTo(new Name("Apex"));
  }

  @Test
  void leaders_can_change_all_clients_of_their_territory() {
    assertThat(
            revise(office.manager, bobs, ExpectedVersion.ANY, ReviseClientServiceTest::apex)
                .version())
        .isEqualTo(1);
    assertThat(
            revise(
                    office.otherManager,
                    annasFarAway,
                    ExpectedVersion.ANY,
                    ReviseClientServiceTest::apex)
                .version())
        .isEqualTo(1);
    assertThat(
            revise(office.admin, bobs, version(1), ownedBy(office.dora.id())).details().ownerId())
        .isEqualTo(office.dora.id());
  }

  @Test
  void keeps_the_version_if_nothing_changes() {
    office.clock.advance(Duration.ofSeconds(60));

    Client same =
        revise(
            office.anna,
            unowned,
            ExpectedVersion.ANY,
            was ->
                new ClientDetails(
                    new Name("Acme"),
                    was.company(),
                    was.phones(),
                    was.email(),
                    was.address(),
                    office.london,
                    was.status(),
                    null,
                    was.externalId(),
                    null));

    assertThat(same).isEqualTo(unowned);
  }

  @Test
  void applies_a_change_only_to_an_expected_version() {
    assertThat(revise(office.anna, unowned, version(0), ReviseClientServiceTest::apex).version())
        .isEqualTo(1);
    assertStale(() -> revise(office.anna, unowned, version(0), ReviseClientServiceTest::apex));
  }

  @Test
  void does_not_find_an_invisible_client_before_other_checks() {
    for (Officer stranger : new Officer[] {office.dora, office.otherManager, office.newcomer}) {
      assertNotFound(() -> revise(stranger, bobs, STALE, movedTo(office.london)));
      assertNotFound(() -> remove(stranger, bobs, STALE));
      assertNotFound(() -> queries.find(office.actor(stranger), bobs.id()));
    }
    assertNotFound(
        () -> revise(office.manager, annasFarAway, STALE, ReviseClientServiceTest::apex));
  }

  @Test
  void does_not_find_an_unknown_or_deleted_client() {
    Client unknown = office.samples.client("Unknown", office.london);
    remove(office.manager, unowned, ExpectedVersion.ANY);

    for (Client absent : new Client[] {unknown, unowned}) {
      assertNotFound(() -> revise(office.admin, absent, STALE, ReviseClientServiceTest::apex));
      assertNotFound(() -> remove(office.admin, absent, STALE));
      assertNotFound(() -> queries.find(office.actor(office.admin), absent.id()));
    }
  }

  @Test
  void refuses_to_change_another_officers_client_before_other_checks() {
    assertNotPermitted(() -> revise(office.anna, bobs, STALE, ownedBy(office.dora.id())));
    assertThat(queries.find(office.actor(office.anna), bobs.id())).isEqualTo(bobs);
  }

  @Test
  void refuses_a_new_region_outside_the_territory_before_other_checks() {
    assertNotPermitted(() -> revise(office.anna, unowned, STALE, movedTo(office.germany)));
    assertNotPermitted(() -> revise(office.anna, unowned, STALE, movedTo(office.uk)));
    assertNotPermitted(() -> revise(office.manager, unowned, STALE, movedTo(RegionPath.ROOT)));
    assertNotPermitted(
        () -> revise(office.manager, unowned, STALE, movedTo(RegionPath.UNASSIGNED)));
    assertThat(revise(office.manager, unowned, version(0), movedTo(office.uk)).details().region())
        .isEqualTo(office.uk);
  }

  @Test
  void checks_the_version_before_the_values() {
    assertStale(() -> revise(office.anna, unowned, STALE, ownedBy(office.bob.id())));
  }

  @Test
  void rejects_a_new_owner_that_the_actor_cannot_see() {
    assertInvalid(
        "unknown-reference",
        () -> revise(office.anna, unowned, version(0), ownedBy(office.bob.id())),
        "ownerId");
    assertInvalid(
        "unknown-reference",
        () -> revise(office.manager, unowned, version(0), ownedBy(office.dora.id())),
        "ownerId");
    assertThat(stored(unowned)).isEqualTo(unowned);
  }

  @Test
  void accepts_the_actor_null_or_a_visible_officer_as_owner() {
    assertThat(
            revise(office.anna, unowned, version(0), ownedBy(office.anna.id())).details().ownerId())
        .isEqualTo(office.anna.id());
    assertThat(revise(office.anna, unowned, version(1), ownedBy(null)).details().ownerId())
        .isNull();
    assertThat(
            revise(office.manager, unowned, version(2), ownedBy(office.bob.id()))
                .details()
                .ownerId())
        .isEqualTo(office.bob.id());
  }

  @Test
  void keeps_an_owner_that_the_actor_can_no_longer_see() {
    office.officers.remove(office.bob, Samples.NOW);

    Client changed =
        revise(
            office.manager,
            bobs,
            version(0),
            was ->
                new ClientDetails(
                    new Name("Apex"),
                    was.company(),
                    was.phones(),
                    was.email(),
                    was.address(),
                    was.region(),
                    was.status(),
                    office.bob.id(),
                    was.externalId(),
                    null));

    assertThat(changed.details().ownerId()).isEqualTo(office.bob.id());
  }

  @Test
  void an_owner_can_give_a_client_away_and_lose_sight_of_it() {
    assertThat(revise(office.anna, annasFarAway, version(0), ownedBy(null)).details().ownerId())
        .isNull();
    assertNotFound(() -> queries.find(office.actor(office.anna), annasFarAway.id()));
  }

  @Test
  void only_leaders_of_the_region_can_delete_a_client() {
    for (Client seen : new Client[] {unowned, bobs, annasFarAway}) {
      assertNotPermitted(() -> remove(office.anna, seen, STALE));
    }
    assertStale(() -> remove(office.manager, bobs, STALE));
    remove(office.manager, bobs, version(0));
    remove(office.admin, annasFarAway, ExpectedVersion.ANY);

    assertThat(office.clients.find(bobs.id())).isEmpty();
    assertThat(office.clients.find(annasFarAway.id())).isEmpty();
  }

  @Test
  void lists_visible_clients() {
    assertThat(listed(office.anna)).containsExactly(unowned.id(), bobs.id(), annasFarAway.id());
    assertThat(listed(office.manager)).containsExactly(unowned.id(), bobs.id());
    assertThat(listed(office.dora)).containsExactly(annasFarAway.id());
    assertThat(listed(office.newcomer)).isEmpty();
    assertThat(listed(office.admin)).hasSize(3);
  }

  private List<ClientId> listed(Officer reader) {
    return queries.list(office.actor(reader), ClientFilter.ALL, Paging.first()).items().stream()
        .map(listed -> listed.client().id())
        .toList();
  }

  private Client revise(
      Officer by, Client client, ExpectedVersion expected, UnaryOperator<ClientDetails> changes) {
    return reviseClient.revise(new Command(office.caller(by), client.id(), expected, changes));
  }

  private void remove(Officer by, Client client, ExpectedVersion expected) {
    removeClient.remove(
        new RemoveClient.Command(Caller.internal(office.actor(by)), client.id(), expected));
  }

  private Client stored(Client client) {
    return office.clients.find(client.id()).orElseThrow();
  }

  private static ExpectedVersion version(long version) {
    return new ExpectedVersion(Set.of(version));
  }

  private static ClientDetails apex(ClientDetails was) {
    return new ClientDetails(
        new Name("Apex"),
        was.company(),
        was.phones(),
        was.email(),
        was.address(),
        was.region(),
        was.status(),
        was.ownerId(),
        was.externalId(),
        null);
  }

  private static UnaryOperator<ClientDetails> ownedBy(@Nullable OfficerId owner) {
    return was ->
        new ClientDetails(
            was.name(),
            was.company(),
            was.phones(),
            was.email(),
            was.address(),
            was.region(),
            was.status(),
            owner,
            was.externalId(),
            null);
  }

  private static UnaryOperator<ClientDetails> movedTo(RegionPath region) {
    return was ->
        new ClientDetails(
            was.name(),
            was.company(),
            was.phones(),
            was.email(),
            was.address(),
            region,
            was.status(),
            was.ownerId(),
            was.externalId(),
            null);
  }
}
