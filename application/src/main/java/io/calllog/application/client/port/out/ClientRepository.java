package io.calllog.application.client.port.out;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores clients. Deleted clients are not found unless stated otherwise. Methods that write require
 * a transaction. Thread-safe.
 */
public interface ClientRepository {

  /** Finds and locks a client, as last committed. Other callers wait until the transaction ends. */
  Optional<Client> findForUpdate(ClientId id);

  /** Finds and locks a deleted client, like {@link #findForUpdate}. */
  Optional<Client> findDeletedForUpdate(ClientId id);

  /**
   * Adds a client.
   *
   * @throws io.calllog.domain.shared.Conflict {@code external-id-taken} if another client has the
   *     external id
   */
  void add(Client client);

  /**
   * Stores a changed client.
   *
   * @param client a changed copy of the client found, with the same version
   * @return the client with the new version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the stored version differs;
   *     {@code external-id-taken} if another client has the external id
   */
  Client update(Client client);

  /**
   * Marks a client as deleted. Its calls remain.
   *
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the stored version differs
   */
  void remove(Client client, Instant now);

  /**
   * Stores a client without personal data and marks it as deleted.
   *
   * @param client an erased copy of the client found, deleted or not, with the same version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} if the stored version differs
   */
  void erase(Client client, Instant now);
}
