package io.calllog.application.client.service;

import static io.calllog.application.audit.AuditAction.CLIENT_DELETED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.in.RemoveClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Actor;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveClientService implements RemoveClient {

  private final ClientRepository clients;
  private final ClientViews views;
  private final AuditTrail trail;
  private final InstantSource clock;

  RemoveClientService(
      ClientRepository clients, ClientViews views, AuditTrail trail, InstantSource clock) {
    this.clients = clients;
    this.views = views;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Actor actor = command.caller().actor();
    Client client =
        VisibleClient.require(clients.findForUpdate(command.id()), command.id(), views, actor);
    client.requireRemovableBy(actor);
    command.expected().require(client.version());
    Instant now = clock.instant();
    clients.remove(client, now);
    trail.record(done(now, command.caller(), CLIENT_DELETED, Subject.of(client)));
  }
}
