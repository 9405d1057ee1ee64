package io.calllog.application.client.service;

import io.calllog.application.client.port.in.ReviseClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.view.ClientView;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.OfficerId;
import java.time.InstantSource;
import java.util.Objects;

@UseCase(TxMode.WRITE)
final class ReviseClientService implements ReviseClient {

  private final ClientRepository clients;
  private final OfficerViews officers;
  private final InstantSource clock;

  ReviseClientService(ClientRepository clients, OfficerViews officers, InstantSource clock) {
    this.clients = clients;
    this.officers = officers;
    this.clock = clock;
  }

  @Override
  public ClientView revise(Command command) {
    Client client = VisibleClient.of(clients.findForUpdate(command.id()), command.actor());
    Client revised = client.revise(command.changes(), command.actor(), clock.instant());
    command.precondition().require(client.version());
    OfficerId owner = revised.details().ownerId();
    if (!Objects.equals(owner, client.details().ownerId())) {
      Ownership.requireMayName(officers, command.actor(), owner);
    }
    return ClientView.of(revised.equals(client) ? client : clients.update(revised));
  }
}
