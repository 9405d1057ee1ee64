package io.calllog.application.client.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.in.RemoveClient;
import io.calllog.application.client.port.in.ReviseClient;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.testing.Office;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.shared.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditedClientsTest {

  private final Office office = new Office();
  private final Caller manager = office.caller(office.manager);
  private final Client acme = office.keep(office.samples.client("Acme", office.london));

  @Test
  void records_the_fields_of_a_new_client() {
    var create =
        new CreateClientService(
            office.clients,
            office.clients,
            office.officers,
            office.audit,
            office.audit,
            office.ids,
            office.clock);

    Client created =
        create.create(new CreateClient.Command(manager, null, acme.details())).client();

    assertThat(office.audit.only())
        .isEqualTo(
            done(AuditAction.CLIENT_CREATED, created, FieldChanges.between(null, acme.details())));
  }

  @Test
  void records_the_changed_fields_and_nothing_if_none_changed() {
    var revise =
        new ReviseClientService(office.clients, office.officers, office.audit, office.clock);

    revise.revise(
        new ReviseClient.Command(manager, acme.id(), ExpectedVersion.ANY, details -> details));
    revise.revise(new ReviseClient.Command(manager, acme.id(), ExpectedVersion.ANY, this::renamed));

    assertThat(office.audit.only())
        .isEqualTo(
            done(
                AuditAction.CLIENT_CHANGED,
                acme,
                List.of(new FieldChange("name", "Acme", "Apex", true))));
  }

  @Test
  void records_a_removal() {
    var remove = new RemoveClientService(office.clients, office.audit, office.clock);

    remove.remove(new RemoveClient.Command(manager, acme.id(), ExpectedVersion.ANY));

    assertThat(office.audit.only()).isEqualTo(done(AuditAction.CLIENT_DELETED, acme, List.of()));
  }

  private ClientDetails renamed(ClientDetails was) {
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

  private AuditEntry done(AuditAction action, Client client, List<FieldChange> changes) {
    return AuditEntry.done(office.clock.instant(), manager, action, Subject.of(client), changes);
  }
}
