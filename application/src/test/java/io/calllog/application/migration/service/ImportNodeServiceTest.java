package io.calllog.application.migration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.migration.port.in.ImportNode;
import io.calllog.application.migration.port.out.InMemoryMigration;
import io.calllog.application.migration.port.out.InMemoryNode;
import io.calllog.application.migration.view.ImportCounts;
import io.calllog.application.migration.view.ImportListener;
import io.calllog.application.migration.view.LeftOut;
import io.calllog.application.migration.view.NodeCall;
import io.calllog.application.migration.view.NodeClient;
import io.calllog.application.migration.view.NodeConnection;
import io.calllog.application.migration.view.NodeOfficer;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportNodeServiceTest {

  private static final String ANNA = "8a1d0f6c-1c3f-4f6e-8f9e-112233445566";
  private static final String GRACE = "9b2e1a7d-2d4a-4a7f-9a0f-223344556677";
  private static final String CALL = "5f0c7a0e-6f0b-4b1e-9f5e-0a1b2c3d4e5f";
  private static final String HASH = "$2b$10$" + "a".repeat(53);
  private static final Instant CREATED = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant LATER = Samples.NOW.plus(Duration.ofHours(1));

  private final Office office = new Office();
  private final InMemoryNode node = new InMemoryNode();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final ImportNode importer;
  private final String london = office.london.path();

  ImportNodeServiceTest() {
    var migration = new InMemoryMigration(office.officers, office.clients, office.calls);
    importer =
        new ImportNodeService(
            node,
            office.officers,
            office.officers,
            office.sessions,
            office.calls,
            office.clients,
            migration.clients(),
            office.calls,
            office.callViews,
            migration.calls(),
            office.regions,
            office.audit,
            ContactInfoTest.NUMBERS,
            office.unitOfWork,
            office.ids,
            office.clock);
  }

  @BeforeEach
  void fill() {
    node.officers.add(officer(ANNA, "anna@node.example", london, "Active", CREATED));
    node.clients.add(client("Grace", CREATED));
    node.calls.add(call(CALL, ANNA, GRACE, "60", START, START));
  }

  @Test
  void imports_everything_with_ids_times_and_password_hashes() {
    assertThat(importAll()).isEqualTo(all(counts(1, 1, 0, 0, 0, 0)));

    Officer anna = anna();
    assertThat(anna.passwordHash()).isEqualTo(new PasswordHash(HASH));
    assertThat(anna.createdAt()).isEqualTo(CREATED);
    assertThat(anna.updatedAt()).isEqualTo(CREATED);
    assertThat(anna.details().role()).isEqualTo(Role.OFFICER);
    assertThat(anna.details().region()).isEqualTo(office.london);
    Client grace = grace();
    assertThat(grace.details().address()).isEqualTo(new PostalAddress("12 High Street"));
    assertThat(grace.details().status()).isEqualTo(ClientStatus.CONVERTED);
    Call call = onlyCall();
    assertThat(call.facts().clientId()).isEqualTo(grace.id());
    assertThat(call.region()).isEqualTo(office.london);
    assertThat(call.loggedBy().value()).isEqualTo(anna.id().value());
    assertThat(call.loggedAt()).isEqualTo(START);
    assertThat(call.facts().externalId()).extracting(Object::toString).asString().contains(CALL);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.OFFICER_CREATED, AuditAction.NODE_IMPORTED);
    assertThat(leftOut).isEmpty();
  }

  @Test
  void leaves_out_calls_that_are_too_old_to_be_kept() {
    office.callViews.keepSince(START.plusMillis(1));

    assertThat(of(NodeTable.CALLS, importAll())).isEqualTo(counts(1, 0, 0, 0, 0, 1));
    assertThat(leftOut)
        .singleElement()
        .extracting(LeftOut::reason)
        .asString()
        .contains("no longer kept");
  }

  @Test
  void a_repeat_adds_nothing_and_brings_later_changes() {
    importAll();
    assertThat(importAll()).isEqualTo(all(counts(1, 0, 0, 1, 0, 0)));

    office.clock.advance(Duration.ofHours(1));
    node.officers.set(0, officer(ANNA, "new@node.example", london, "Inactive", LATER));
    node.clients.set(0, client("Grace Hopper", LATER));
    node.calls.set(0, call(CALL, ANNA, null, "90", START.plusSeconds(3_600), LATER));
    Call before = onlyCall();

    assertThat(importAll()).isEqualTo(all(counts(1, 0, 1, 0, 0, 0)));

    assertThat(anna().details().status()).isEqualTo(OfficerStatus.INACTIVE);
    assertThat(anna().details().email().value()).isEqualTo("new@node.example");
    assertThat(anna().tokenVersion()).isEqualTo(1);
    assertThat(grace().details().name()).isEqualTo(new Name("Grace Hopper"));
    Call call = onlyCall();
    assertThat(call.id()).isEqualTo(before.id());
    assertThat(call.facts().durationSeconds().seconds()).isEqualTo(90);
    assertThat(call.facts().startedAt()).isEqualTo(START.plusSeconds(3_600));
    assertThat(call.updatedAt()).isEqualTo(LATER);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .contains(
            AuditAction.OFFICER_CHANGED, AuditAction.CLIENT_CHANGED, AuditAction.CALL_CHANGED);
  }

  @Test
  void keeps_what_was_changed_or_deleted_here_later() {
    importAll();
    office.clock.advance(Duration.ofHours(1));
    Officer manager =
        office.officers.update(
            anna()
                .revise(
                    details -> with(details, Role.MANAGER, office.germany),
                    office.actor(office.admin),
                    LATER));
    office.clients.remove(grace(), LATER);
    Call corrected =
        office.calls.update(
            onlyCall().revise(f -> lasting(f, 5), office.actor(office.admin), LATER));

    assertThat(importAll()).isEqualTo(all(counts(1, 0, 0, 0, 1, 0)));

    assertThat(anna()).isEqualTo(manager);
    assertThat(onlyCall()).isEqualTo(corrected);
    assertThat(office.clients.find(new ClientId(UUID.fromString(GRACE)))).isEmpty();
  }

  @Test
  void a_later_change_there_keeps_role_and_owner() {
    importAll();
    office.officers.update(
        anna()
            .revise(
                details -> with(details, Role.ADMIN, office.london),
                office.actor(office.admin),
                LATER));
    Instant muchLater = LATER.plusSeconds(60);
    office.clock.advance(Duration.ofHours(2));
    node.officers.set(0, officer(ANNA, "new@node.example", london, "Inactive", muchLater));

    importAll();

    assertThat(anna().details().email().value()).isEqualTo("new@node.example");
    assertThat(anna().details().role()).isEqualTo(Role.ADMIN);
    assertThat(anna().details().status()).isEqualTo(OfficerStatus.ACTIVE);
  }

  @Test
  void a_call_goes_to_another_officer_and_its_region() {
    importAll();
    String bob = UUID.randomUUID().toString();
    node.officers.add(officer(bob, "bob@node.example", office.germany.path(), "Active", CREATED));
    node.calls.set(0, call(CALL, bob, GRACE, "60", START, START.plusSeconds(1)));

    importAll();

    assertThat(onlyCall().officerId().toString()).isEqualTo(bob);
    assertThat(onlyCall().region()).isEqualTo(office.germany);
  }

  @Test
  void a_call_that_was_moved_by_days_is_replaced() {
    importAll();
    node.calls.set(0, call(CALL, ANNA, GRACE, "60", START.minus(Duration.ofDays(5)), LATER));

    ImportCounts calls = importAll().get(NodeTable.CALLS);

    assertThat(calls).isEqualTo(new ImportCounts(1, 1, 0, 0, 0, 0, 1, 0));
    assertThat(onlyCall().facts().startedAt()).isEqualTo(START.minus(Duration.ofDays(5)));
  }

  @Test
  void deletes_what_is_gone_only_if_told_to() {
    importAll();
    String bob = UUID.randomUUID().toString();
    node.officers.set(0, officer(bob, "bob@node.example", london, "Active", CREATED));
    String ada = UUID.randomUUID().toString();
    node.clients.set(0, new NodeClient(ada, "Ada", null, london, "Lead", CREATED, CREATED));
    node.calls.set(0, call(UUID.randomUUID().toString(), bob, null, "60", START, START));

    assertThat(of(NodeTable.CALLS, importAll()).missing()).isEqualTo(1);
    assertThat(office.calls.living()).hasSize(2);

    var deleted = importAll(Map.of(), true);
    assertThat(deleted.get(NodeTable.CALLS)).isEqualTo(gone(1, 1, 1, 0));
    assertThat(deleted.get(NodeTable.CLIENTS)).isEqualTo(gone(1, 1, 1, 0));
    assertThat(deleted.get(NodeTable.OFFICERS)).isEqualTo(gone(1, 1, 1, 0));
    assertThat(office.calls.living()).hasSize(1);
    assertThat(office.officers.find(office.anna.id())).isPresent();
    assertThat(importAll(Map.of(), true).get(NodeTable.CALLS)).isEqualTo(gone(1, 1, 0, 0));
  }

  @Test
  void refuses_to_delete_what_an_empty_table_does_not_have() {
    importAll();
    node.calls.clear();

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> importAll(Map.of(), true));
    assertThat(office.calls.living()).hasSize(1);
  }

  @Test
  void calls_of_former_officers_and_clients_are_kept() {
    String former = UUID.randomUUID().toString();
    node.calls.set(0, call(CALL, former, UUID.randomUUID().toString(), "60", START, START));

    assertThat(of(NodeTable.CALLS, importAll()).added()).isEqualTo(1);

    var id = new OfficerId(UUID.fromString(former));
    assertThat(onlyCall().officerId()).isEqualTo(id);
    assertThat(onlyCall().region()).isEqualTo(RegionPath.UNASSIGNED);
    assertThat(onlyCall().facts().clientId()).isNull();
    assertThat(office.officers.findDeletedForUpdate(id)).isPresent();
    assertThat(leftOut).extracting(LeftOut::column).containsExactly("clientId");
    assertThat(of(NodeTable.CALLS, importAll()).unchanged()).isEqualTo(1);
  }

  @Test
  void an_officer_without_an_address_of_their_own_cannot_sign_in() {
    String other = UUID.randomUUID().toString();
    node.officers.add(officer(other, "ANNA@node.example", london, "Active", CREATED));
    node.officers.add(officer("7", "x@node.example", london, "Active", CREATED));

    ImportCounts counts = of(NodeTable.OFFICERS, importAll());

    assertThat(counts.leftOut()).isEqualTo(1);
    assertThat(counts.added()).isEqualTo(2);
    Officer second = office.officers.find(new OfficerId(UUID.fromString(other))).orElseThrow();
    assertThat(second.details().status()).isEqualTo(OfficerStatus.INACTIVE);
    assertThat(second.details().email().value()).isEqualTo(other + "@node.invalid");
    assertThat(leftOut)
        .extracting(LeftOut::id, LeftOut::column)
        .containsExactly(tuple(other, "email"), tuple("7", null));
  }

  @Test
  void regions_are_made_renamed_and_compared_without_case() {
    String token = office.samples.token();
    node.clients.clear();
    node.calls.clear();
    List<String> texts =
        List.of(token + "/Ma", token.toUpperCase(Locale.ROOT) + " / ma", "Lyon?", "LYON");
    for (String text : texts) {
      node.clients.add(
          new NodeClient(UUID.randomUUID().toString(), "C", null, text, "Lead", CREATED, CREATED));
    }

    importAll(Map.of("lyon", office.samples.below("FR/Lyon")), false);

    assertThat(office.clients.living())
        .extracting(client -> client.details().region())
        .containsExactlyInAnyOrder(
            office.samples.below("Ma"),
            office.samples.below("Ma"),
            RegionPath.UNASSIGNED,
            office.samples.below("FR/Lyon"));
    assertThat(leftOut).extracting(LeftOut::value).containsExactly("Lyon?");
  }

  @Test
  void refuses_an_empty_database() {
    node.officers.clear();

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(this::importAll);
    assertThat(office.calls.living()).isEmpty();
  }

  private Map<NodeTable, ImportCounts> importAll() {
    return importAll(Map.of(), false);
  }

  private Map<NodeTable, ImportCounts> importAll(Map<String, RegionPath> regions, boolean delete) {
    leftOut.clear();
    var listener =
        new ImportListener() {
          @Override
          public void progress(NodeTable table, long done, long all) {}

          @Override
          public void leftOut(LeftOut what) {
            leftOut.add(what);
          }
        };
    var connection = new NodeConnection("jdbc:postgresql:node", null, null);
    return importer.importAll(new ImportNode.Command(connection, regions, delete, listener));
  }

  private static ImportCounts of(NodeTable table, Map<NodeTable, ImportCounts> all) {
    return Objects.requireNonNull(all.get(table));
  }

  private static Map<NodeTable, ImportCounts> all(ImportCounts each) {
    return Map.of(NodeTable.OFFICERS, each, NodeTable.CLIENTS, each, NodeTable.CALLS, each);
  }

  private static ImportCounts counts(
      long read, long added, long changed, long unchanged, long kept, long leftOut) {
    return new ImportCounts(read, added, changed, unchanged, kept, leftOut, 0, 0);
  }

  private static ImportCounts gone(long read, long unchanged, long deleted, long missing) {
    return new ImportCounts(read, 0, 0, unchanged, 0, 0, deleted, missing);
  }

  private Officer anna() {
    return office.officers.find(new OfficerId(UUID.fromString(ANNA))).orElseThrow();
  }

  private Client grace() {
    return office.clients.find(new ClientId(UUID.fromString(GRACE))).orElseThrow();
  }

  private Call onlyCall() {
    assertThat(office.calls.living()).hasSize(1);
    return office.calls.living().getFirst();
  }

  private static OfficerDetails with(OfficerDetails d, Role role, RegionPath region) {
    return new OfficerDetails(d.name(), d.email(), d.phone(), region, d.leads(), role, d.status());
  }

  private static CallFacts lasting(CallFacts f, int seconds) {
    return new CallFacts(
        f.clientId(),
        f.type(),
        f.outcome(),
        new CallDuration(seconds),
        f.startedAt(),
        f.comment(),
        f.externalId(),
        f.number());
  }

  private static NodeOfficer officer(
      String id, String email, String region, String status, Instant updatedAt) {
    return new NodeOfficer(
        id, "Anna", email, HASH, "+442079460958", region, status, CREATED, updatedAt);
  }

  private NodeClient client(String name, Instant updatedAt) {
    return new NodeClient(
        GRACE, name, "grace@firm.example; 12 High Street", london, "Converted", CREATED, updatedAt);
  }

  private static NodeCall call(
      String id,
      String officer,
      @Nullable String client,
      String duration,
      Instant start,
      Instant updatedAt) {
    return new NodeCall(
        id, officer, client, duration, "Outgoing", "Successful", null, start, START, updatedAt);
  }
}
