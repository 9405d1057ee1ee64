package io.calllog.application.client.service;

import static io.calllog.application.audit.AuditAction.CLIENT_RESTORED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.in.RestoreClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase(TxMode.WRITE)
final class RestoreClientService implements RestoreClient {

  private final ClientRepository clients;
  private final ClientViews views;
  private final AuditTrail trail;
  private final InstantSource clock;

  RestoreClientService(
      ClientRepository clients, ClientViews views, AuditTrail trail, InstantSource clock) {
    this.clients = clients;
    this.views = views;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Client restore(Command command) {
    Actor actor = command.caller().actor();
    // First, so that the second of two requests at the same time finds the restored client below.
    Optional<Client> deleted =
        clients
            .findDeletedForUpdate(command.id())
            .filter(client -> actor.leads(client.details().region()));
    if (deleted.isEmpty()) {
      Client living =
          VisibleClient.require(clients.findForUpdate(command.id()), command.id(), views, actor);
      living.requireRemovableBy(actor);
      return living;
    }
    Client client = deleted.get();
    client.requireNotErased();
    Instant now = clock.instant();
    Client restored = clients.restore(client, now);
    trail.record(done(now, command.caller(), CLIENT_RESTORED, Subject.of(client)));
    return restored;
  }
}
