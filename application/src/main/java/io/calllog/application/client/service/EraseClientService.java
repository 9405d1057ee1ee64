package io.calllog.application.client.service;

import static io.calllog.application.audit.AuditAction.CLIENT_ERASED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.PersonalDataEraser;
import io.calllog.application.client.port.in.EraseClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Deletes the client in the first transaction; if interrupted, a repeated request erases the rest.
 */
@UseCase(TxMode.NONE)
final class EraseClientService implements EraseClient {

  private final ClientRepository clients;
  private final AuditTrail trail;
  private final PersonalDataEraser eraser;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  EraseClientService(
      ClientRepository clients,
      AuditTrail trail,
      PersonalDataEraser eraser,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.clients = clients;
    this.trail = trail;
    this.eraser = eraser;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void erase(Command command) {
    Actor actor = command.caller().actor();
    Instant now = clock.instant();
    Client client = unitOfWork.write(() -> deleteAndErase(command, now));
    eraser.eraseAll(unitOfWork, SubjectType.CLIENT, client.id().value(), actor.id(), now);
  }

  private Client deleteAndErase(Command command, Instant now) {
    Actor actor = command.caller().actor();
    Client client = find(command.id(), actor);
    clients.erase(client.erase(actor, now), now);
    trail.record(done(now, command.caller(), CLIENT_ERASED, Subject.of(client)));
    return client;
  }

  /** Only administrators find deleted clients, because only they may erase them. */
  private Client find(ClientId id, Actor actor) {
    Optional<Client> living = clients.findForUpdate(id);
    return VisibleClient.require(
        living.isEmpty() && actor.isAdmin() ? clients.findDeletedForUpdate(id) : living, actor);
  }
}
