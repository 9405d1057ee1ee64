package io.calllog.application.client.service;

import static io.calllog.application.audit.AuditAction.CLIENT_CREATED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class CreateClientService implements CreateClient {

  private final ClientRepository clients;
  private final OfficerViews officers;
  private final AuditTrail trail;
  private final IdSource ids;
  private final InstantSource clock;

  CreateClientService(
      ClientRepository clients,
      OfficerViews officers,
      AuditTrail trail,
      IdSource ids,
      InstantSource clock) {
    this.clients = clients;
    this.officers = officers;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Client create(Command command) {
    Actor actor = command.caller().actor();
    Instant now = clock.instant();
    Client client = Client.create(new ClientId(ids.next(now)), command.details(), actor, now);
    VisibleOwner.require(officers, actor, client.details().ownerId());
    clients.add(client);
    var changes = FieldChanges.between(null, client.details());
    trail.record(done(now, command.caller(), CLIENT_CREATED, Subject.of(client), changes));
    return client;
  }
}
