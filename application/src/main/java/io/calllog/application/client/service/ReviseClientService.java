package io.calllog.application.client.service;

import static io.calllog.application.audit.AuditAction.CLIENT_CHANGED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.VisibleOwner;
import io.calllog.application.client.port.in.ReviseClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

@UseCase(TxMode.WRITE)
final class ReviseClientService implements ReviseClient {

  private final ClientRepository clients;
  private final ClientViews views;
  private final OfficerViews officers;
  private final AuditTrail trail;
  private final InstantSource clock;

  ReviseClientService(
      ClientRepository clients,
      ClientViews views,
      OfficerViews officers,
      AuditTrail trail,
      InstantSource clock) {
    this.clients = clients;
    this.views = views;
    this.officers = officers;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Client revise(Command command) {
    Actor actor = command.caller().actor();
    Client client =
        VisibleClient.require(clients.findForUpdate(command.id()), command.id(), views, actor);
    Instant now = clock.instant();
    Client revised = client.revise(command.changes(), actor, now);
    command.expected().require(client.version());
    OfficerId owner = revised.details().ownerId();
    if (!Objects.equals(owner, client.details().ownerId())) {
      VisibleOwner.require(officers, actor, owner);
    }
    if (revised.equals(client)) {
      return client;
    }
    var changes = FieldChanges.between(client.details(), revised.details());
    trail.record(done(now, command.caller(), CLIENT_CHANGED, Subject.of(client), changes));
    return clients.update(revised);
  }
}
