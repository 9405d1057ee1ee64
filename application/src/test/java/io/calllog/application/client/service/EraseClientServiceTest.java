package io.calllog.application.client.service;

import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.client.port.in.EraseClient;
import io.calllog.application.client.port.in.EraseClient.Command;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import org.junit.jupiter.api.Test;

class EraseClientServiceTest {

  private final Office office = new Office();
  private final EraseClient eraseClient =
      new EraseClientService(
          office.clients,
          office.clients,
          office.audit,
          office.audit,
          office.unitOfWork,
          office.clock);
  private final Client client = office.keep(office.samples.client("Acme", office.london));

  @Test
  void an_administrator_can_erase_and_it_is_recorded() {
    erase(office.admin);

    assertThat(office.clients.find(client.id())).isEmpty();
    assertThat(office.clients.nameOf(client.id(), Visibility.EVERYTHING)).isEqualTo("Erased");
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.CLIENT_ERASED, AuditAction.PERSONAL_VALUES_BLANKED);
  }

  @Test
  void deleted_and_erased_ones_can_be_erased() {
    office.clients.remove(client, Samples.NOW);
    erase(office.admin);
    erase(office.admin);

    assertThat(office.clients.nameOf(client.id(), Visibility.EVERYTHING)).isEqualTo("Erased");
  }

  @Test
  void clients_that_were_merged_into_it_are_erased_too() {
    Client merged = office.keep(office.samples.client("Acme Ltd", office.london));
    office.clients.remove(merged, client.id(), Samples.NOW);
    erase(office.admin);

    assertThat(office.clients.nameOf(merged.id(), Visibility.EVERYTHING)).isEqualTo("Erased");
  }

  @Test
  void nobody_else_can_erase() {
    assertNotPermitted(() -> erase(office.manager));
    assertNotPermitted(() -> erase(office.anna));
    assertNotFound(() -> erase(office.otherManager));
    assertNotFound(() -> erase(office.newcomer));
    office.clients.remove(client, Samples.NOW);
    assertNotFound(() -> erase(office.manager));

    assertThat(office.clients.nameOf(client.id(), Visibility.EVERYTHING)).isEqualTo("Acme");
    assertThat(office.audit.entries()).isEmpty();
  }

  private void erase(Officer by) {
    eraseClient.erase(new Command(office.caller(by), client.id()));
  }
}
