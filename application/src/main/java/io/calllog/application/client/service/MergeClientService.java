package io.calllog.application.client.service;

import static io.calllog.application.audit.AuditAction.CLIENT_DELETED;
import static io.calllog.application.audit.AuditAction.CLIENT_MERGED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.in.MergeClient;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.client.port.out.MergedClients;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.InvalidInput;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@UseCase(TxMode.WRITE)
final class MergeClientService implements MergeClient {

  private final ClientRepository clients;
  private final ClientViews views;
  private final MergedClients mergedClients;
  private final AuditTrail trail;
  private final InstantSource clock;

  MergeClientService(
      ClientRepository clients,
      ClientViews views,
      MergedClients mergedClients,
      AuditTrail trail,
      InstantSource clock) {
    this.clients = clients;
    this.views = views;
    this.mergedClients = mergedClients;
    this.trail = trail;
    this.clock = clock;
  }

  /** Locks the clients in the order of their ids, so that two merges do not wait for each other. */
  @Override
  public Client merge(Command command) {
    if (command.from().equals(command.id())) {
      throw new InvalidInput("from", "out-of-range", "must be another client");
    }
    Actor actor = command.caller().actor();
    boolean ordered = command.id().toString().compareTo(command.from().toString()) < 0;
    Optional<Client> first = clients.findForUpdate(ordered ? command.id() : command.from());
    Optional<Client> second = clients.findForUpdate(ordered ? command.from() : command.id());
    Client client = VisibleClient.require(ordered ? first : second, command.id(), views, actor);
    client.requireChangeableBy(actor);
    return (ordered ? second : first)
        .filter(from -> VisibleClient.isVisible(from, actor))
        .map(from -> merge(client, from, command.caller()))
        .orElseGet(() -> mergedBefore(client, command));
  }

  private Client merge(Client client, Client from, Caller caller) {
    Instant now = clock.instant();
    Client merged = client.merge(from, caller.actor(), now);
    clients.remove(from, client.id(), now);
    Client after = merged.equals(client) ? client : clients.update(merged);
    mergedClients.move(from.id(), now); // last, because it locks totals
    List<FieldChange> changes = new ArrayList<>();
    changes.add(FieldChange.of("from", null, from.id()));
    changes.addAll(FieldChanges.between(client.details(), merged.details()));
    trail.record(done(now, caller, CLIENT_MERGED, Subject.of(client), changes));
    List<FieldChange> deletion = List.of(FieldChange.of("mergedInto", null, client.id()));
    trail.record(done(now, caller, CLIENT_DELETED, Subject.of(from), deletion));
    return after;
  }

  private Client mergedBefore(Client client, Command command) {
    return views
        .findMergedInto(command.from(), command.caller().actor().seesClients())
        .filter(other -> other.id().equals(client.id()))
        .map(_ -> client)
        .orElseThrow(
            () -> new InvalidInput("from", "unknown-reference", "must be a client you can see"));
  }
}
