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
import io.calllog.application.client.view.ClientView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Precondition;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientChanges;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Change;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Region;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading, changing and deleting clients. */
class ReviseClientServiceTest {

  private static final ClientChanges APEX =
      changes(Change.to(new Name("Apex")), Change.keep(), Change.keep());

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

    ClientView changed = revise(office.anna, unowned, Precondition.NONE, APEX);

    assertThat(changed.name()).isEqualTo("Apex");
    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.updatedAt()).isEqualTo(Samples.NOW.plusSeconds(60));
    assertThat(changed).isEqualTo(ClientView.of(stored(unowned)));
    assertThat(revise(office.anna, annasFarAway, Precondition.NONE, APEX).name()).isEqualTo("Apex");
  }

  @Test
  void changes_everything_in_the_territory_for_those_who_lead_it() {
    assertThat(revise(office.manager, bobs, Precondition.NONE, APEX).version()).isEqualTo(1);
    assertThat(revise(office.otherManager, annasFarAway, Precondition.NONE, APEX).version())
        .isEqualTo(1);
    assertThat(revise(office.admin, bobs, version(1), ownedBy(office.dora.id())).ownerId())
        .isEqualTo(office.dora.id());
  }

  @Test
  void keeps_the_version_when_nothing_changes() {
    office.clock.advance(Duration.ofSeconds(60));

    ClientView same =
        revise(
            office.anna,
            unowned,
            Precondition.NONE,
            changes(Change.to(new Name("Acme")), Change.to(office.london), Change.to(null)));

    assertThat(same).isEqualTo(ClientView.of(unowned));
  }

  @Test
  void applies_a_change_to_the_version_that_was_read() {
    assertThat(revise(office.anna, unowned, version(0), APEX).version()).isEqualTo(1);
    assertStale(() -> revise(office.anna, unowned, version(0), APEX));
  }

  @Test
  void finds_no_client_that_the_actor_does_not_see_whatever_else_is_wrong() {
    for (Officer stranger : new Officer[] {office.dora, office.otherManager, office.newcomer}) {
      assertNotFound(() -> revise(stranger, bobs, STALE, movedTo(office.london)));
      assertNotFound(() -> remove(stranger, bobs, STALE));
      assertNotFound(() -> queries.find(office.actor(stranger), bobs.id()));
    }
    assertNotFound(() -> revise(office.manager, annasFarAway, STALE, APEX));
  }

  @Test
  void finds_no_client_that_is_unknown_or_deleted() {
    Client unknown = office.samples.client("Unknown", office.london);
    remove(office.manager, unowned, Precondition.NONE);

    for (Client absent : new Client[] {unknown, unowned}) {
      assertNotFound(() -> revise(office.admin, absent, STALE, APEX));
      assertNotFound(() -> remove(office.admin, absent, STALE));
      assertNotFound(() -> queries.find(office.actor(office.admin), absent.id()));
    }
  }

  @Test
  void does_not_permit_a_change_of_another_officers_client_whatever_else_is_wrong() {
    assertNotPermitted(() -> revise(office.anna, bobs, STALE, ownedBy(office.dora.id())));
    assertThat(queries.find(office.actor(office.anna), bobs.id())).isEqualTo(ClientView.of(bobs));
  }

  @Test
  void does_not_permit_a_new_region_outside_of_the_own_subtree_whatever_else_is_wrong() {
    assertNotPermitted(() -> revise(office.anna, unowned, STALE, movedTo(office.germany)));
    assertNotPermitted(() -> revise(office.anna, unowned, STALE, movedTo(office.uk)));
    assertNotPermitted(() -> revise(office.manager, unowned, STALE, movedTo(Region.ROOT)));
    assertNotPermitted(() -> revise(office.manager, unowned, STALE, movedTo(Region.UNASSIGNED)));
    assertThat(revise(office.manager, unowned, version(0), movedTo(office.uk)).region())
        .isEqualTo(office.uk.path());
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
    assertThat(revise(office.anna, unowned, version(0), ownedBy(office.anna.id())).ownerId())
        .isEqualTo(office.anna.id());
    assertThat(revise(office.anna, unowned, version(1), ownedBy(null)).ownerId()).isNull();
    assertThat(revise(office.manager, unowned, version(2), ownedBy(office.bob.id())).ownerId())
        .isEqualTo(office.bob.id());
  }

  @Test
  void keeps_an_owner_whom_the_actor_does_not_see_any_more() {
    office.officers.remove(office.bob, Samples.NOW);

    ClientView changed =
        revise(
            office.manager,
            bobs,
            version(0),
            changes(
                Change.to(new Name("Apex")),
                Change.keep(),
                Change.<@Nullable OfficerId>to(office.bob.id())));

    assertThat(changed.ownerId()).isEqualTo(office.bob.id());
  }

  @Test
  void lets_an_owner_give_away_what_they_do_not_see_afterwards() {
    assertThat(revise(office.anna, annasFarAway, version(0), ownedBy(null)).ownerId()).isNull();
    assertNotFound(() -> queries.find(office.actor(office.anna), annasFarAway.id()));
  }

  @Test
  void deletes_a_client_for_those_who_lead_its_region_only() {
    for (Client seen : new Client[] {unowned, bobs, annasFarAway}) {
      assertNotPermitted(() -> remove(office.anna, seen, STALE));
    }
    assertStale(() -> remove(office.manager, bobs, STALE));
    remove(office.manager, bobs, version(0));
    remove(office.admin, annasFarAway, Precondition.NONE);

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
        .map(ClientView::id)
        .toList();
  }

  private ClientView revise(
      Officer by, Client client, Precondition precondition, ClientChanges changes) {
    return reviseClient.revise(new Command(office.caller(by), client.id(), precondition, changes));
  }

  private void remove(Officer by, Client client, Precondition precondition) {
    removeClient.remove(
        new RemoveClient.Command(Caller.internal(office.actor(by)), client.id(), precondition));
  }

  private Client stored(Client client) {
    return office.clients.find(client.id()).orElseThrow();
  }

  private static Precondition version(long version) {
    return new Precondition(Set.of(version));
  }

  private static ClientChanges ownedBy(@Nullable OfficerId owner) {
    return changes(Change.keep(), Change.keep(), Change.<@Nullable OfficerId>to(owner));
  }

  private static ClientChanges movedTo(Region region) {
    return changes(Change.keep(), Change.to(region), Change.keep());
  }

  private static ClientChanges changes(
      Change<Name> name, Change<Region> region, Change<@Nullable OfficerId> owner) {
    return new ClientChanges(
        name,
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep(),
        region,
        Change.keep(),
        owner);
  }
}
