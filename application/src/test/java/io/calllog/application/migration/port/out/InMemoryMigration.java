package io.calllog.application.migration.port.out;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.ExternalId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fakes of the ports for bulk, over the fakes of the repositories. */
public final class InMemoryMigration {

  private final InMemoryOfficers officers;
  private final InMemoryClients clients;
  private final InMemoryCalls calls;

  /** Creates the fakes. */
  public InMemoryMigration(
      InMemoryOfficers officers, InMemoryClients clients, InMemoryCalls calls) {
    this.officers = officers;
    this.clients = clients;
    this.calls = calls;
  }

  /**
   * Returns the port for clients. Only the move from Node adds clients whose id is not of version
   * 7.
   */
  public MigratedClients clients() {
    return new MigratedClients() {
      @Override
      public MigratedClients.Stored find(Set<ClientId> ids) {
        Map<ClientId, Client> living =
            ids.stream()
                .flatMap(id -> clients.findForUpdate(id).stream())
                .collect(toMap(Client::id, client -> client));
        Set<ClientId> deleted =
            ids.stream()
                .filter(id -> clients.findDeletedForUpdate(id).isPresent())
                .collect(toSet());
        return new MigratedClients.Stored(living, deleted);
      }

      @Override
      public Set<ClientId> addAbsent(Collection<Client> added) {
        Set<ClientId> absent = new HashSet<>();
        for (Client client : added) {
          if (!clients.isUsed(client.id())) {
            clients.add(client);
            absent.add(client.id());
          }
        }
        return absent;
      }

      @Override
      public List<ClientId> idsAfter(@Nullable ClientId last, int limit) {
        return clients.living().stream()
            .map(Client::id)
            .filter(id -> id.value().version() != 7)
            .filter(id -> last == null || id.toString().compareTo(last.toString()) > 0)
            .sorted(Comparator.comparing(ClientId::toString))
            .limit(limit)
            .toList();
      }
    };
  }

  /** Returns the port for calls. */
  public MigratedCalls calls() {
    return new MigratedCalls() {
      @Override
      public List<MigratedCalls.Stored> find(Set<ExternalId> ids, Instant from, Instant to) {
        return calls.livingOrDeleted().stream()
            .filter(call -> ids.contains(call.facts().externalId()))
            .filter(call -> !call.id().time().isBefore(from) && call.id().time().isBefore(to))
            .map(call ->
                new MigratedCalls.Stored(call, isOfNode(call), calls.find(call.id()).isEmpty()))
            .toList();
      }

      @Override
      public References references(Set<OfficerId> officerIds, Set<ClientId> clientIds) {
        return new References(
            officerIds.stream()
                .flatMap(id -> officers.find(id).or(() -> deleted(id)).stream())
                .collect(toMap(Officer::id, officer -> officer.details().region())),
            clientIds.stream().filter(clients::isUsed).collect(toSet()));
      }

      @Override
      public Set<CallId> replace(Collection<Call> changed) {
        Set<CallId> replaced = new HashSet<>();
        for (Call call : changed) {
          try {
            replaced.add(calls.update(call).id());
          } catch (Conflict _) {
            // it was changed or deleted in the meantime
          }
        }
        return replaced;
      }

      @Override
      public List<Call> after(@Nullable ExternalId last, int limit) {
        return calls.living().stream()
            .filter(this::isOfNode)
            .filter(call -> last == null || text(call).compareTo(last.value()) > 0)
            .sorted(Comparator.comparing(InMemoryMigration::text))
            .limit(limit)
            .toList();
      }

      private boolean isOfNode(Call call) {
        ExternalId id = call.facts().externalId();
        var used = calls.findUsedIds(Set.of(call.id())).get(call.id());
        return id != null
            && used != null
            && MigratedCalls.fingerprint(id).equals(used.fingerprint());
      }
    };
  }

  private Optional<Officer> deleted(OfficerId id) {
    return officers.findDeletedForUpdate(id);
  }

  private static String text(Call call) {
    ExternalId id = call.facts().externalId();
    return id == null ? "" : id.value();
  }
}
