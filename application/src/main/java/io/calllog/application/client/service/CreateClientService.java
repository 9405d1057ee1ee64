package io.calllog.application.client.service;

import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.client.ClientCreation;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.officer.Visibility;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class CreateClientService implements CreateClient {

  private final ClientCreation creation;
  private final ClientViews views;

  CreateClientService(
      ClientRepository clients,
      ClientViews views,
      OfficerViews officers,
      AuditTrail trail,
      AuditViews audit,
      IdSource ids,
      InstantSource clock) {
    this.views = views;
    this.creation = new ClientCreation(clients, views, officers, trail, audit, ids, clock);
  }

  @Override
  public Result create(Command command) {
    Visibility visible = command.caller().actor().seesClients();
    return creation.create(
        command, client -> views.findPossibleDuplicates(client.id(), client.details(), visible));
  }
}
