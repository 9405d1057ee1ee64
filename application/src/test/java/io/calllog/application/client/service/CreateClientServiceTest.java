package io.calllog.application.client.service;

import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.in.CreateClient.Command;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateClientServiceTest {

  private final Office office = new Office();
  private final CreateClient createClient =
      new CreateClientService(
          office.clients, office.officers, office.audit, office.ids, office.clock);

  @Test
  void stores_all_details() {
    var details =
        new ClientDetails(
            new Name("Zoë"),
            new Name("Acme"),
            new PhoneNumber("+442079460958"),
            new EmailAddress("zoe@example.com"),
            new PostalAddress("1 Long Lane"),
            office.london,
            ClientStatus.CONVERTED,
            office.anna.id(),
            null);

    Client created = createClient.create(new Command(office.caller(office.manager), details));

    Client stored = office.clients.find(created.id()).orElseThrow();
    assertThat(stored).isEqualTo(new Client(created.id(), details, Samples.NOW, Samples.NOW, 0));
    assertThat(created).isEqualTo(stored);
    assertThat(created.id().value().version()).isEqualTo(7);
  }

  @Test
  void defaults_to_the_region_of_the_creator_and_no_owner() {
    for (Officer creator : new Officer[] {office.anna, office.manager, office.admin}) {
      Client created = create(creator, null, null);

      assertThat(created.details().region()).isEqualTo(creator.details().region());
      assertThat(created.details().ownerId()).isNull();
    }
  }

  @Test
  void makes_an_unassigned_creator_the_owner() {
    Officer idle = office.hire("Idle", RegionPath.UNASSIGNED, Role.MANAGER);
    for (Officer creator : new Officer[] {office.newcomer, idle}) {
      Client created = create(creator, null, null);

      assertThat(created.details().region()).isEqualTo(RegionPath.UNASSIGNED);
      assertThat(created.details().ownerId()).isEqualTo(creator.id());
      assertThat(office.clients.find(created.id(), office.actor(creator).seesClients()))
          .contains(created);
      assertThat(create(creator, RegionPath.UNASSIGNED, null).details().ownerId())
          .isEqualTo(creator.id());
    }
  }

  @Test
  void does_not_make_an_unassigned_administrator_the_owner() {
    Officer admin = office.hire("Second admin", RegionPath.UNASSIGNED, Role.ADMIN);

    assertThat(create(admin, null, null).details().ownerId()).isNull();
  }

  @Test
  void refuses_a_region_outside_the_territory() {
    assertNotPermitted(() -> create(office.anna, office.germany, null));
    assertNotPermitted(() -> create(office.anna, office.uk, null));
    assertNotPermitted(() -> create(office.manager, office.germany, null));
    assertNotPermitted(() -> create(office.manager, RegionPath.UNASSIGNED, null));
    assertNotPermitted(() -> create(office.newcomer, office.london, null));
    assertThat(create(office.manager, office.london, null).details().region())
        .isEqualTo(office.london);
  }

  @Test
  void only_administrators_may_use_the_root() {
    Officer leader = office.hire("Leader", office.samples.root(), Role.MANAGER);

    assertNotPermitted(() -> create(leader, RegionPath.ROOT, null));
    assertThat(create(office.admin, RegionPath.ROOT, null).details().region())
        .isEqualTo(RegionPath.ROOT);
  }

  @Test
  void rejects_an_owner_that_the_creator_cannot_see() {
    for (OfficerId hidden : new OfficerId[] {office.bob.id(), new OfficerId(UUID.randomUUID())}) {
      assertInvalid("unknown-reference", () -> create(office.anna, null, hidden), "ownerId");
    }
    assertInvalid(
        "unknown-reference", () -> create(office.manager, null, office.dora.id()), "ownerId");
    assertThat(create(office.anna, null, office.anna.id()).details().ownerId())
        .isEqualTo(office.anna.id());
    assertThat(create(office.manager, null, office.bob.id()).details().ownerId())
        .isEqualTo(office.bob.id());
  }

  @Test
  void checks_the_region_before_the_owner() {
    assertNotPermitted(() -> create(office.anna, office.germany, office.bob.id()));
  }

  private Client create(Officer by, @Nullable RegionPath region, @Nullable OfficerId owner) {
    return createClient.create(
        new Command(
            office.caller(by),
            new ClientDetails(
                new Name("Acme"),
                null,
                null,
                null,
                null,
                region == null ? by.details().region() : region,
                ClientStatus.LEAD,
                owner,
                null)));
  }
}
