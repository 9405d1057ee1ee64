package io.calllog.application.migration.service;

import static io.calllog.application.migration.service.ImportedNode.CALL;
import static io.calllog.application.migration.service.ImportedNode.CREATED;
import static io.calllog.application.migration.service.ImportedNode.HASH;
import static io.calllog.application.migration.service.ImportedNode.START;
import static io.calllog.application.migration.service.ImportedNode.all;
import static io.calllog.application.migration.service.ImportedNode.call;
import static io.calllog.application.migration.service.ImportedNode.counts;
import static io.calllog.application.migration.service.ImportedNode.countsOf;
import static io.calllog.application.migration.service.ImportedNode.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.migration.port.out.InMemoryNode;
import io.calllog.application.migration.view.ImportCounts;
import io.calllog.application.migration.view.LeftOut;
import io.calllog.application.migration.view.NodeClient;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.testing.Office;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportNodeServiceTest {

  private final ImportedNode imported = new ImportedNode();
  private final Office office = imported.office;
  private final InMemoryNode node = imported.node;
  private final String london = imported.london;

  @Test
  void imports_everything_with_ids_times_and_password_hashes() {
    assertThat(imported.importAll()).isEqualTo(all(counts(1, 1, 0, 0, 0, 0)));

    Officer anna = imported.anna();
    assertThat(anna.passwordHash()).isEqualTo(new PasswordHash(HASH));
    assertThat(anna.createdAt()).isEqualTo(CREATED);
    assertThat(anna.updatedAt()).isEqualTo(CREATED);
    assertThat(anna.details().role()).isEqualTo(Role.OFFICER);
    assertThat(anna.details().region()).isEqualTo(office.london);
    Client grace = imported.grace();
    assertThat(grace.details().address()).isEqualTo(new PostalAddress("12 High Street"));
    assertThat(grace.details().status()).isEqualTo(ClientStatus.CONVERTED);
    Call call = imported.onlyCall();
    assertThat(call.facts().clientId()).isEqualTo(grace.id());
    assertThat(call.region()).isEqualTo(office.london);
    assertThat(call.loggedBy().value()).isEqualTo(anna.id().value());
    assertThat(call.loggedAt()).isEqualTo(START);
    assertThat(call.facts().externalId()).extracting(Object::toString).asString().contains(CALL);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.OFFICER_CREATED, AuditAction.NODE_IMPORTED);
    assertThat(imported.leftOut).isEmpty();
  }

  @Test
  void leaves_out_calls_that_are_too_old_to_be_kept() {
    office.callViews.keepSince(START.plusMillis(1));

    assertThat(countsOf(NodeTable.CALLS, imported.importAll())).isEqualTo(counts(1, 0, 0, 0, 0, 1));
    assertThat(imported.leftOut)
        .singleElement()
        .extracting(LeftOut::reason)
        .asString()
        .contains("no longer kept");
  }

  @Test
  void calls_of_former_officers_and_clients_are_kept() {
    String former = UUID.randomUUID().toString();
    node.calls.set(0, call(CALL, former, UUID.randomUUID().toString(), "60", START, START));

    assertThat(countsOf(NodeTable.CALLS, imported.importAll()).added()).isEqualTo(1);

    var id = new OfficerId(UUID.fromString(former));
    assertThat(imported.onlyCall().officerId()).isEqualTo(id);
    assertThat(imported.onlyCall().region()).isEqualTo(RegionPath.UNASSIGNED);
    assertThat(imported.onlyCall().facts().clientId()).isNull();
    assertThat(office.officers.findDeletedForUpdate(id)).isPresent();
    assertThat(imported.leftOut).extracting(LeftOut::column).containsExactly("clientId");
    assertThat(countsOf(NodeTable.CALLS, imported.importAll()).unchanged()).isEqualTo(1);
  }

  @Test
  void an_officer_without_an_address_of_their_own_cannot_sign_in() {
    String other = UUID.randomUUID().toString();
    node.officers.add(officer(other, "ANNA@node.example", london, "Active", CREATED));
    node.officers.add(officer("7", "x@node.example", london, "Active", CREATED));

    ImportCounts counts = countsOf(NodeTable.OFFICERS, imported.importAll());

    assertThat(counts.leftOut()).isEqualTo(1);
    assertThat(counts.added()).isEqualTo(2);
    Officer second = office.officers.find(new OfficerId(UUID.fromString(other))).orElseThrow();
    assertThat(second.details().status()).isEqualTo(OfficerStatus.INACTIVE);
    assertThat(second.details().email().value()).isEqualTo(other + "@node.invalid");
    assertThat(imported.leftOut)
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

    imported.importAll(Map.of("lyon", office.samples.below("FR/Lyon")), false);

    assertThat(office.clients.living())
        .extracting(client -> client.details().region())
        .containsExactlyInAnyOrder(
            office.samples.below("Ma"),
            office.samples.below("Ma"),
            RegionPath.UNASSIGNED,
            office.samples.below("FR/Lyon"));
    assertThat(imported.leftOut).extracting(LeftOut::value).containsExactly("Lyon?");
  }

  @Test
  void refuses_an_empty_database() {
    node.officers.clear();

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(imported::importAll);
    assertThat(office.calls.living()).isEmpty();
  }
}
