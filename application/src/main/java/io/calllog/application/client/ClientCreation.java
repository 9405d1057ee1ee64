package io.calllog.application.client;

import static io.calllog.application.audit.AuditAction.CLIENT_CREATED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.client.port.in.CreateClient.Command;
import io.calllog.application.client.port.in.CreateClient.Result;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Conflict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for creating clients. */
public final class ClientCreation {

  private final ClientRepository clients;
  private final ClientViews views;
  private final OfficerViews officers;
  private final AuditTrail trail;
  private final AuditViews audit;
  private final IdSource ids;
  private final InstantSource clock;

  /** Creates the rules on these ports. */
  public ClientCreation(
      ClientRepository clients,
      ClientViews views,
      OfficerViews officers,
      AuditTrail trail,
      AuditViews audit,
      IdSource ids,
      InstantSource clock) {
    this.clients = clients;
    this.views = views;
    this.officers = officers;
    this.trail = trail;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Creates a client in the current transaction: see {@link CreateClient#create}. */
  public Result create(Command command) {
    Actor actor = command.caller().actor();
    Instant now = clock.instant();
    ClientId id = command.id();
    if (id == null) {
      id = new ClientId(ids.next(now));
    } else {
      id.requireChoosable();
      if (clients.isUsed(id)) {
        return new Result(createdBefore(id, command), true);
      }
    }
    Client client = Client.create(id, command.details(), actor, now);
    VisibleOwner.require(officers, actor, client.details().ownerId());
    clients.add(client);
    var changes = FieldChanges.between(null, client.details());
    trail.record(done(now, command.caller(), CLIENT_CREATED, Subject.of(client), changes));
    return new Result(client, false);
  }

  /**
   * Returns the client if the audit trail shows that the same request created it. A deleted client
   * may have been erased, which leaves no values to compare.
   */
  private Client createdBefore(ClientId id, Command command) {
    Actor actor = command.caller().actor();
    var creation =
        new AuditFilter(
            Set.of(actor.id()),
            Set.of(SubjectType.CLIENT),
            id.value(),
            Set.of(CLIENT_CREATED),
            AuditOutcome.DONE,
            null,
            null);
    var creations = audit.list(creation, Visibility.EVERYTHING, Paging.first()).items();
    if (!creations.isEmpty() && clients.findForUpdate(id).isEmpty()) {
      throw new Conflict("client-deleted", "This client was created before and has been deleted.");
    }
    if (creations.stream().noneMatch(entry -> isOf(command, entry.changes()))) {
      throw idTaken();
    }
    return views.find(id, actor.seesClients()).orElseThrow(ClientCreation::idTaken);
  }

  /**
   * Compares what the request said. An owner that it left out may have become the actor, and the
   * default region of the actor may be another one by now.
   */
  private static boolean isOf(Command command, List<FieldChange> recorded) {
    ClientDetails details = command.details();
    Set<String> ignored = new HashSet<>();
    if (details.ownerId() == null) {
      ignored.add("ownerId");
    }
    if (details.region().equals(command.caller().actor().defaultRegion())) {
      ignored.add("region");
    }
    return without(ignored, recorded).equals(without(ignored, FieldChanges.between(null, details)));
  }

  private static List<FieldChange> without(Set<String> fields, List<FieldChange> changes) {
    return changes.stream()
        .filter(change -> !fields.contains(change.field()))
        .map(ClientCreation::renamed)
        .toList();
  }

  /** Entries that were recorded when a client had one phone call the field otherwise. */
  private static FieldChange renamed(FieldChange change) {
    return change.field().equals("phone")
        ? new FieldChange("phones", change.from(), change.to(), change.personal())
        : change;
  }

  private static Conflict idTaken() {
    return new Conflict("client-id-taken", "This id has already been used by another request.");
  }
}
