package io.calllog.application.client.service;

import static io.calllog.application.audit.AuditAction.CLIENT_ERASED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.PersonalDataEraser;
import io.calllog.application.client.port.in.EraseClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes the client in the first transaction; if interrupted, a repeated request erases the rest.
 */
@UseCase(TxMode.NONE)
final class EraseClientService implements EraseClient {

  private final ClientRepository clients;
  private final ClientViews views;
  private final AuditTrail trail;
  private final PersonalDataEraser eraser;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  EraseClientService(
      ClientRepository clients,
      ClientViews views,
      AuditTrail trail,
      PersonalDataEraser eraser,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.clients = clients;
    this.views = views;
    this.trail = trail;
    this.eraser = eraser;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void erase(Command command) {
    Actor actor = command.caller().actor();
    Instant now = clock.instant();
    List<Client> erased = unitOfWork.write(() -> deleteAndErase(command, now));
    for (Client client : erased) {
      eraser.eraseAll(unitOfWork, SubjectType.CLIENT, client.id().value(), actor.id(), now);
    }
  }

  /**
   * Returns the clients that were merged into the client, which describe the same person, and then
   * the client. Their calls may be moving to it, and must not be missed.
   */
  private List<Client> deleteAndErase(Command command, Instant now) {
    Actor actor = command.caller().actor();
    Client found = find(command.id(), actor);
    List<Client> same = new ArrayList<>(clients.findMergedForUpdate(command.id()));
    same.add(found);
    for (Client client : same) {
      clients.erase(client.erase(actor, now), now);
      trail.record(done(now, command.caller(), CLIENT_ERASED, Subject.of(client)));
    }
    return same;
  }

  /** Only administrators find deleted clients, because only they may erase them. */
  private Client find(ClientId id, Actor actor) {
    Optional<Client> living = clients.findForUpdate(id);
    return VisibleClient.require(
        living.isEmpty() && actor.isAdmin() ? clients.findDeletedForUpdate(id) : living,
        id,
        views,
        actor);
  }
}
