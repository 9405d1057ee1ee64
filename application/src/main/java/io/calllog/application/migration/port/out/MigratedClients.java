package io.calllog.application.migration.port.out;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and adds clients in bulk. Thread-safe. */
public interface MigratedClients {

  /** Finds those that are stored, deleted or not. */
  Stored find(Set<ClientId> ids);

  /**
   * Adds clients, except those whose id was used before, in a transaction.
   *
   * @return the ids of the clients that were added
   */
  Set<ClientId> addAbsent(Collection<Client> clients);

  /**
   * Returns ids of clients that only an import can have added, and that are not deleted, in order.
   * Their id is not of version 7, and the audit trail does not say who created them.
   */
  List<ClientId> idsAfter(@Nullable ClientId last, int limit);

  /** Clients that are not deleted, and the ids of deleted ones. */
  record Stored(Map<ClientId, Client> living, Set<ClientId> deleted) {}
}
