package io.calllog.application.client.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.in.CreateClient.Command;
import io.calllog.application.client.port.in.CreateClient.Duplicates;
import io.calllog.application.client.port.in.CreateClient.Result;
import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.application.shared.Caller;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateClientServiceTest {

  private static final ClientId CHOSEN =
      new ClientId(UUID.fromString("0192f5a0-1111-7222-8333-444444444444"));

  private final Office office = new Office();
  private final CreateClient createClient =
      new CreateClientService(
          office.clients,
          office.clients,
          office.officers,
          office.audit,
          office.audit,
          office.ids,
          office.clock);

  @Test
  void stores_all_details() {
    var details =
        new ClientDetails(
            new Name("Zoë"),
            new Name("Acme"),
            List.of(Phone.of(new PhoneNumber("+442079460958"))),
            new EmailAddress("zoe@example.com"),
            new PostalAddress("1 Long Lane"),
            office.london,
            ClientStatus.CONVERTED,
            office.anna.id(),
            null,
            null);

    Client created =
        createClient
            .create(new Command(office.caller(office.manager), null, details, Duplicates.ALLOW))
            .client();

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

  @ParameterizedTest
  @ValueSource(
      strings = {"0192f5a0-1111-7222-8333-444444444444", "7e57d004-2b97-4e7a-b45f-5387367791cd"})
  void recognises_a_repeated_request_by_its_id_after_later_changes(String chosen) {
    ClientId id = new ClientId(UUID.fromString(chosen));
    Result first = createClient.create(request(office.anna, id, "Acme"));
    Client renamed =
        new Client(
            id,
            request(office.anna, id, "Apex").details(),
            Samples.NOW,
            Samples.NOW.plusSeconds(1),
            first.client().version());
    Client changed = office.clients.update(renamed);

    assertThat(first.repeated()).isFalse();
    assertThat(first.client().id()).isEqualTo(id);
    assertThat(createClient.create(request(office.anna, id, "Acme")))
        .isEqualTo(new Result(changed, true, List.of()));
    assertThat(office.audit.only().action()).isEqualTo(AuditAction.CLIENT_CREATED);
  }

  @Test
  void recognises_a_repeated_request_whose_creator_became_the_owner() {
    Command request =
        new Command(
            office.caller(office.newcomer),
            CHOSEN,
            details("Acme", RegionPath.UNASSIGNED, null),
            Duplicates.ALLOW);

    Result first = createClient.create(request);

    assertThat(first.client().details().ownerId()).isEqualTo(office.newcomer.id());
    assertThat(createClient.create(request)).isEqualTo(new Result(first.client(), true, List.of()));
  }

  @Test
  void recognises_a_repeated_request_without_a_region_after_the_creator_moved() {
    Actor before = new Actor(office.anna.id(), Role.OFFICER, office.london, List.of());
    Actor after = new Actor(office.anna.id(), Role.OFFICER, office.uk, List.of());

    Result first = createClient.create(withoutRegion(before, office.anna.id()));

    assertThat(createClient.create(withoutRegion(after, office.anna.id())))
        .isEqualTo(new Result(first.client(), true, List.of()));
  }

  @Test
  void recognises_a_repeated_request_that_was_recorded_when_clients_had_one_phone() {
    Client client = office.samples.client("Acme", office.london, office.samples.number(1));
    Client stored = new Client(CHOSEN, client.details(), Samples.NOW, Samples.NOW, 0);
    office.keep(stored);
    List<FieldChange> recorded =
        FieldChanges.between(null, client.details()).stream()
            .map(change ->
                change.field().equals("phones")
                    ? new FieldChange("phone", change.from(), change.to(), true)
                    : change)
            .toList();
    office.audit.record(
        AuditEntry.done(
            Samples.NOW,
            office.caller(office.anna),
            AuditAction.CLIENT_CREATED,
            Subject.of(stored),
            recorded));

    assertThat(
            createClient.create(
                new Command(
                    office.caller(office.anna), CHOSEN, client.details(), Duplicates.ALLOW)))
        .isEqualTo(new Result(stored, true, List.of()));
  }

  private static Command withoutRegion(Actor actor, OfficerId owner) {
    return new Command(
        Caller.internal(actor),
        CHOSEN,
        details("Acme", actor.defaultRegion(), owner),
        Duplicates.ALLOW);
  }

  @Test
  void names_clients_that_may_be_the_same_as_far_as_the_creator_sees_them() {
    Client known = office.keep(office.samples.client("Acmé", office.london));
    office.keep(office.samples.client("Acme", office.germany));

    Result created = createClient.create(request(office.anna, CHOSEN, "Acme"));

    assertThat(created.possibleDuplicates())
        .containsExactly(
            new PossibleDuplicate(known.id(), known.details().name(), null, List.of("name")));
    assertThat(createClient.create(request(office.anna, CHOSEN, "Acme")).possibleDuplicates())
        .isEqualTo(created.possibleDuplicates());
  }

  @Test
  void refuses_a_possible_duplicate_if_asked_to() {
    office.keep(office.samples.client("Acme", office.london));
    Command refusing =
        new Command(
            office.caller(office.anna),
            CHOSEN,
            details("ACME", office.london, null),
            Duplicates.REFUSE);

    assertConflict("possible-duplicate", () -> createClient.create(refusing));
    assertThat(office.clients.find(CHOSEN)).isEmpty();
    assertThat(office.audit.entries()).isEmpty();
  }

  @Test
  void a_repeated_request_gets_the_client_that_its_own_was_merged_into() {
    Client created = createClient.create(request(office.anna, CHOSEN, "Acme")).client();
    Client apex = office.keep(office.samples.client("Apex", office.london));
    office.clients.remove(created, apex.id(), Samples.NOW);

    assertThat(createClient.create(request(office.anna, CHOSEN, "Acme")))
        .isEqualTo(new Result(apex, true, List.of()));
    assertConflict(
        "client-deleted", () -> createClient.create(request(office.anna, CHOSEN, "Other")));
  }

  @Test
  void refuses_the_id_of_another_request() {
    createClient.create(request(office.anna, CHOSEN, "Acme"));
    Client known = office.keep(office.samples.client("Known", office.london));

    assertConflict(
        "client-id-taken", () -> createClient.create(request(office.anna, CHOSEN, "Apex")));
    assertConflict(
        "client-id-taken", () -> createClient.create(request(office.manager, CHOSEN, "Acme")));
    assertConflict(
        "client-id-taken", () -> createClient.create(request(office.anna, known.id(), "Known")));
  }

  @Test
  void does_not_show_the_client_of_a_repeated_request_that_is_gone() {
    Client created = createClient.create(request(office.anna, CHOSEN, "Acme")).client();
    ClientDetails abroad = details("Acme", office.germany, office.dora.id());
    Client moved = office.clients.update(new Client(CHOSEN, abroad, Samples.NOW, Samples.NOW, 0));

    assertThat(created.id()).isEqualTo(CHOSEN);
    assertConflict(
        "client-id-taken", () -> createClient.create(request(office.anna, CHOSEN, "Acme")));
    office.clients.remove(moved, Samples.NOW);
    assertConflict(
        "client-deleted", () -> createClient.create(request(office.anna, CHOSEN, "Acme")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "c232ab00-9414-11ec-b3c8-9f6bdeced846",
        "7e57d004-2b97-4e7a-045f-5387367791cd"
      })
  void refuses_an_id_of_another_version(String chosen) {
    ClientId id = new ClientId(UUID.fromString(chosen));

    assertInvalid("malformed", () -> createClient.create(request(office.anna, id, "Acme")), "id");
  }

  private Client create(Officer by, @Nullable RegionPath region, @Nullable OfficerId owner) {
    RegionPath placed = region == null ? by.details().region() : region;
    var request =
        new Command(office.caller(by), null, details("Acme", placed, owner), Duplicates.ALLOW);
    return createClient.create(request).client();
  }

  private Command request(Officer by, ClientId id, String name) {
    return new Command(office.caller(by), id, details(name, office.london, null), Duplicates.ALLOW);
  }

  private static ClientDetails details(String name, RegionPath region, @Nullable OfficerId owner) {
    return new ClientDetails(
        new Name(name), null, List.of(), null, null, region, ClientStatus.LEAD, owner, null, null);
  }
}
