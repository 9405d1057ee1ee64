package io.calllog.application.migration.service;

import static io.calllog.application.migration.service.ImportedNode.ANNA;
import static io.calllog.application.migration.service.ImportedNode.CALL;
import static io.calllog.application.migration.service.ImportedNode.CREATED;
import static io.calllog.application.migration.service.ImportedNode.GRACE;
import static io.calllog.application.migration.service.ImportedNode.START;
import static io.calllog.application.migration.service.ImportedNode.all;
import static io.calllog.application.migration.service.ImportedNode.call;
import static io.calllog.application.migration.service.ImportedNode.counts;
import static io.calllog.application.migration.service.ImportedNode.countsOf;
import static io.calllog.application.migration.service.ImportedNode.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.migration.port.out.InMemoryNode;
import io.calllog.application.migration.view.ImportCounts;
import io.calllog.application.migration.view.NodeClient;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a further import of a node changes and deletes. */
class RepeatedImportTest {

  private static final Instant LATER = Samples.NOW.plus(Duration.ofHours(1));

  private final ImportedNode imported = new ImportedNode();
  private final Office office = imported.office;
  private final InMemoryNode node = imported.node;
  private final String london = imported.london;

  @Test
  void a_repeat_adds_nothing_and_brings_later_changes() {
    imported.importAll();
    assertThat(imported.importAll()).isEqualTo(all(counts(1, 0, 0, 1, 0, 0)));

    office.clock.advance(Duration.ofHours(1));
    node.officers.set(0, officer(ANNA, "new@node.example", london, "Inactive", LATER));
    node.clients.set(0, imported.client("Grace Hopper", LATER));
    node.calls.set(0, call(CALL, ANNA, null, "90", START.plusSeconds(3_600), LATER));
    Call before = imported.onlyCall();

    assertThat(imported.importAll()).isEqualTo(all(counts(1, 0, 1, 0, 0, 0)));

    assertThat(imported.anna().details().status()).isEqualTo(OfficerStatus.INACTIVE);
    assertThat(imported.anna().details().email().value()).isEqualTo("new@node.example");
    assertThat(imported.anna().tokenVersion()).isEqualTo(1);
    assertThat(imported.grace().details().name()).isEqualTo(new Name("Grace Hopper"));
    Call call = imported.onlyCall();
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
    imported.importAll();
    office.clock.advance(Duration.ofHours(1));
    Officer manager =
        office.officers.update(
            imported
                .anna()
                .revise(
                    details -> with(details, Role.MANAGER, office.germany),
                    office.actor(office.admin),
                    LATER));
    office.clients.remove(imported.grace(), LATER);
    Call corrected =
        office.calls.update(
            imported.onlyCall().revise(f -> lasting(f, 5), office.actor(office.admin), LATER));

    assertThat(imported.importAll()).isEqualTo(all(counts(1, 0, 0, 0, 1, 0)));

    assertThat(imported.anna()).isEqualTo(manager);
    assertThat(imported.onlyCall()).isEqualTo(corrected);
    assertThat(office.clients.find(new ClientId(UUID.fromString(GRACE)))).isEmpty();
  }

  @Test
  void a_later_change_there_keeps_role_and_owner() {
    imported.importAll();
    office.officers.update(
        imported
            .anna()
            .revise(
                details -> with(details, Role.ADMIN, office.london),
                office.actor(office.admin),
                LATER));
    Instant muchLater = LATER.plusSeconds(60);
    office.clock.advance(Duration.ofHours(2));
    node.officers.set(0, officer(ANNA, "new@node.example", london, "Inactive", muchLater));

    imported.importAll();

    assertThat(imported.anna().details().email().value()).isEqualTo("new@node.example");
    assertThat(imported.anna().details().role()).isEqualTo(Role.ADMIN);
    assertThat(imported.anna().details().status()).isEqualTo(OfficerStatus.ACTIVE);
  }

  @Test
  void a_call_goes_to_another_officer_and_its_region() {
    imported.importAll();
    String bob = UUID.randomUUID().toString();
    node.officers.add(officer(bob, "bob@node.example", office.germany.path(), "Active", CREATED));
    node.calls.set(0, call(CALL, bob, GRACE, "60", START, START.plusSeconds(1)));

    imported.importAll();

    assertThat(imported.onlyCall().officerId().toString()).isEqualTo(bob);
    assertThat(imported.onlyCall().region()).isEqualTo(office.germany);
  }

  @Test
  void a_call_that_was_moved_by_days_is_replaced() {
    imported.importAll();
    node.calls.set(0, call(CALL, ANNA, GRACE, "60", START.minus(Duration.ofDays(5)), LATER));

    ImportCounts calls = imported.importAll().get(NodeTable.CALLS);

    assertThat(calls).isEqualTo(new ImportCounts(1, 1, 0, 0, 0, 0, 1, 0));
    assertThat(imported.onlyCall().facts().startedAt()).isEqualTo(START.minus(Duration.ofDays(5)));
  }

  @Test
  void deletes_what_is_gone_only_if_told_to() {
    imported.importAll();
    String bob = UUID.randomUUID().toString();
    node.officers.set(0, officer(bob, "bob@node.example", london, "Active", CREATED));
    String ada = UUID.randomUUID().toString();
    node.clients.set(0, new NodeClient(ada, "Ada", null, london, "Lead", CREATED, CREATED));
    node.calls.set(0, call(UUID.randomUUID().toString(), bob, null, "60", START, START));

    assertThat(countsOf(NodeTable.CALLS, imported.importAll()).missing()).isEqualTo(1);
    assertThat(office.calls.living()).hasSize(2);

    var deleted = imported.importAll(Map.of(), true);
    assertThat(deleted.get(NodeTable.CALLS)).isEqualTo(gone(1, 1, 1, 0));
    assertThat(deleted.get(NodeTable.CLIENTS)).isEqualTo(gone(1, 1, 1, 0));
    assertThat(deleted.get(NodeTable.OFFICERS)).isEqualTo(gone(1, 1, 1, 0));
    assertThat(office.calls.living()).hasSize(1);
    assertThat(office.officers.find(office.anna.id())).isPresent();
    assertThat(imported.importAll(Map.of(), true).get(NodeTable.CALLS)).isEqualTo(gone(1, 1, 0, 0));
  }

  @Test
  void refuses_to_delete_what_an_empty_table_does_not_have() {
    imported.importAll();
    node.calls.clear();

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> imported.importAll(Map.of(), true));
    assertThat(office.calls.living()).hasSize(1);
  }

  private static ImportCounts gone(long read, long unchanged, long deleted, long missing) {
    return new ImportCounts(read, 0, 0, unchanged, 0, 0, deleted, missing);
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
}
