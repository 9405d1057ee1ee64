package io.calllog.application.client.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.client.port.in.RestoreClient;
import io.calllog.application.client.port.in.RestoreClient.Command;
import io.calllog.application.shared.ClientMerged;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import org.junit.jupiter.api.Test;

class RestoreClientServiceTest {

  private final Office office = new Office();
  private final RestoreClient restoreClient =
      new RestoreClientService(office.clients, office.clients, office.audit, office.clock);
  private final Client client =
      office.keep(office.samples.client("Acme", office.london, office.anna.id()));

  @Test
  void a_deleted_client_comes_back_as_it_was_and_it_is_recorded() {
    office.clients.remove(client, Samples.NOW);

    Client restored = restore(office.manager);

    assertThat(restored.details()).isEqualTo(client.details());
    assertThat(restored.version()).isEqualTo(1);
    assertThat(office.clients.find(client.id())).contains(restored);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.CLIENT_RESTORED);
  }

  @Test
  void a_repeat_changes_nothing() {
    office.clients.remove(client, Samples.NOW);
    Client restored = restore(office.admin);

    assertThat(restore(office.admin)).isEqualTo(restored);
    assertThat(office.audit.entries()).hasSize(1);
  }

  @Test
  void those_who_may_not_delete_it_may_not_restore_it() {
    assertNotPermitted(() -> restore(office.anna));
    assertNotFound(() -> restore(office.otherManager));

    office.clients.remove(client, Samples.NOW);
    assertNotFound(() -> restore(office.anna));
    assertNotFound(() -> restore(office.otherManager));

    assertThat(office.clients.find(client.id())).isEmpty();
    assertThat(office.audit.entries()).isEmpty();
  }

  @Test
  void an_erased_client_stays_erased() {
    office.clients.erase(client.erase(office.actor(office.admin), Samples.NOW), Samples.NOW);

    assertConflict("erased", () -> restore(office.admin));
  }

  @Test
  void a_merged_client_stays_merged() {
    Client other = office.keep(office.samples.client("Acme", office.germany));
    office.clients.remove(client, other.id(), Samples.NOW);

    assertThatExceptionOfType(ClientMerged.class).isThrownBy(() -> restore(office.admin));
    assertNotFound(() -> restore(office.manager));
  }

  private Client restore(Officer by) {
    return restoreClient.restore(new Command(office.caller(by), client.id()));
  }
}
