package io.calllog.application.client.service;

import io.calllog.application.client.port.in.RemoveClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.client.Client;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveClientService implements RemoveClient {

  private final ClientRepository clients;
  private final InstantSource clock;

  RemoveClientService(ClientRepository clients, InstantSource clock) {
    this.clients = clients;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Client client = VisibleClient.of(clients.findForUpdate(command.id()), command.actor());
    client.requireRemovableBy(command.actor());
    command.precondition().require(client.version());
    clients.remove(client, clock.instant());
  }
}
