package io.calllog.application.client.port.out;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps clients. The deleted are as good as absent. Whatever writes demands a transaction of the
 * caller's. Thread-safe.
 */
public interface ClientRepository {

  /** The client, if there is one of this id. */
  Optional<Client> find(ClientId id);

  /**
   * The client as last committed, and nobody else can change it until the transaction ends: a
   * second caller waits.
   */
  Optional<Client> findForUpdate(ClientId id);

  /** The client of this id that was deleted, locked as by {@link #findForUpdate}. */
  Optional<Client> findDeletedForUpdate(ClientId id);

  /**
   * Adds a new client.
   *
   * @throws io.calllog.domain.shared.Conflict {@code external-id-taken} if another client has the
   *     external id
   */
  void add(Client client);

  /**
   * Keeps a changed client.
   *
   * @param client a later snapshot of what was found, of the same version
   * @return the client with the new version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the stored version is another;
   *     {@code external-id-taken} if another client has the external id
   */
  Client update(Client client);

  /**
   * Hides the client from now on; calls keep pointing to it.
   *
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the stored version is another
   */
  void remove(Client client, Instant now);

  /**
   * Stores a client without personal data, and hides it if that was not done before.
   *
   * @param client a later snapshot of what was found, deleted or not, of the same version
   * @throws io.calllog.domain.shared.Conflict {@code lost-race} when the stored version is another
   */
  void erase(Client client, Instant now);
}
