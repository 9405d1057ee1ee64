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
import io.calllog.domain.shared.Region;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading, changing and deleting clients. */
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
  private final ClientQueries queries = new ClientQueriesService(office.clients);

  @Test
  void changes_what_the_actor_owns_or_nobody_owns() {
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
  void changes_everything_in_the_territory_for_those_who_lead_it() {
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
  void keeps_the_version_when_nothing_changes() {
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
                    was.phone(),
                    was.email(),
                    was.address(),
                    office.london,
                    was.status(),
                    null,
                    was.externalId()));

    assertThat(same).isEqualTo(unowned);
  }

  @Test
  void applies_a_change_to_the_version_that_was_read() {
    assertThat(revise(office.anna, unowned, version(0), ReviseClientServiceTest::apex).version())
        .isEqualTo(1);
    assertStale(() -> revise(office.anna, unowned, version(0), ReviseClientServiceTest::apex));
  }

  @Test
  void finds_no_client_that_the_actor_does_not_see_whatever_else_is_wrong() {
    for (Officer stranger : new Officer[] {office.dora, office.otherManager, office.newcomer}) {
      assertNotFound(() -> revise(stranger, bobs, STALE, movedTo(office.london)));
      assertNotFound(() -> remove(stranger, bobs, STALE));
      assertNotFound(() -> queries.find(office.actor(stranger), bobs.id()));
    }
    assertNotFound(
        () -> revise(office.manager, annasFarAway, STALE, ReviseClientServiceTest::apex));
  }

  @Test
  void finds_no_client_that_is_unknown_or_deleted() {
    Client unknown = office.samples.client("Unknown", office.london);
    remove(office.manager, unowned, ExpectedVersion.ANY);

    for (Client absent : new Client[] {unknown, unowned}) {
      assertNotFound(() -> revise(office.admin, absent, STALE, ReviseClientServiceTest::apex));
      assertNotFound(() -> remove(office.admin, absent, STALE));
      assertNotFound(() -> queries.find(office.actor(office.admin), absent.id()));
    }
  }

  @Test
  void does_not_permit_a_change_of_another_officers_client_whatever_else_is_wrong() {
    assertNotPermitted(() -> revise(office.anna, bobs, STALE, ownedBy(office.dora.id())));
    assertThat(queries.find(office.actor(office.anna), bobs.id())).isEqualTo(bobs);
  }

  @Test
  void does_not_permit_a_new_region_outside_of_the_own_subtree_whatever_else_is_wrong() {
    assertNotPermitted(() -> revise(office.anna, unowned, STALE, movedTo(office.germany)));
    assertNotPermitted(() -> revise(office.anna, unowned, STALE, movedTo(office.uk)));
    assertNotPermitted(() -> revise(office.manager, unowned, STALE, movedTo(Region.ROOT)));
    assertNotPermitted(() -> revise(office.manager, unowned, STALE, movedTo(Region.UNASSIGNED)));
    assertThat(revise(office.manager, unowned, version(0), movedTo(office.uk)).details().region())
        .isEqualTo(office.uk);
  }

  @Test
  void checks_the_version_before_the_meaning() {
    assertStale(() -> revise(office.anna, unowned, STALE, ownedBy(office.bob.id())));
  }

  @Test
  void knows_no_new_owner_whom_the_actor_does_not_see() {
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
  void gives_a_client_to_oneself_to_nobody_or_to_somebody_visible() {
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
  void keeps_an_owner_whom_the_actor_does_not_see_any_more() {
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
                    was.phone(),
                    was.email(),
                    was.address(),
                    was.region(),
                    was.status(),
                    office.bob.id(),
                    was.externalId()));

    assertThat(changed.details().ownerId()).isEqualTo(office.bob.id());
  }

  @Test
  void lets_an_owner_give_away_what_they_do_not_see_afterwards() {
    assertThat(revise(office.anna, annasFarAway, version(0), ownedBy(null)).details().ownerId())
        .isNull();
    assertNotFound(() -> queries.find(office.actor(office.anna), annasFarAway.id()));
  }

  @Test
  void deletes_a_client_for_those_who_lead_its_region_only() {
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
  void lists_what_the_actor_sees() {
    assertThat(listed(office.anna)).containsExactly(unowned.id(), bobs.id(), annasFarAway.id());
    assertThat(listed(office.manager)).containsExactly(unowned.id(), bobs.id());
    assertThat(listed(office.dora)).containsExactly(annasFarAway.id());
    assertThat(listed(office.newcomer)).isEmpty();
    assertThat(listed(office.admin)).hasSize(3);
  }

  private List<ClientId> listed(Officer reader) {
    return queries.list(office.actor(reader), ClientFilter.ALL, Paging.first()).items().stream()
        .map(Client::id)
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
        was.phone(),
        was.email(),
        was.address(),
        was.region(),
        was.status(),
        was.ownerId(),
        was.externalId());
  }

  private static UnaryOperator<ClientDetails> ownedBy(@Nullable OfficerId owner) {
    return was ->
        new ClientDetails(
            was.name(),
            was.company(),
            was.phone(),
            was.email(),
            was.address(),
            was.region(),
            was.status(),
            owner,
            was.externalId());
  }

  private static UnaryOperator<ClientDetails> movedTo(Region region) {
    return was ->
        new ClientDetails(
            was.name(),
            was.company(),
            was.phone(),
            was.email(),
            was.address(),
            region,
            was.status(),
            was.ownerId(),
            was.externalId());
  }
}
