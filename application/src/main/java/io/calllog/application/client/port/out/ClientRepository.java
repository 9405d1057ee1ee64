package io.calllog.application.client.port.out;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores clients. Only {@link #findDeletedForUpdate}, {@link #findMergedForUpdate} and {@link
 * #isUsed} find deleted ones. Writing requires a transaction. A change to a stale version throws
 * {@link io.calllog.domain.shared.Conflict} {@code lost-race}, an external id of another client
 * {@code external-id-taken}. A region that does not exist throws {@link
 * io.calllog.domain.shared.InvalidInput} {@code unknown-reference}, or {@code lost-race} if it was
 * moved or deleted a moment ago. Thread-safe.
 */
public interface ClientRepository {

  /** Finds and locks a client, as last committed. Other callers wait until the transaction ends. */
  Optional<Client> findForUpdate(ClientId id);

  /**
   * Finds and locks a deleted client, like {@link #findForUpdate}, unless it was merged into
   * another one.
   */
  Optional<Client> findDeletedForUpdate(ClientId id);

  /** Finds and locks the clients that were merged into a client. */
  List<Client> findMergedForUpdate(ClientId id);

  /**
   * Returns whether a client has or had this id. Other callers with the same id wait until the
   * transaction ends.
   */
  boolean isUsed(ClientId id);

  /**
   * Adds a client. Its external id must not be that of a client that was merged either, as long as
   * the one that it was merged into is not deleted.
   */
  void add(Client client);

  /** Stores a changed copy of the stored client and returns it with the next version. */
  Client update(Client client);

  /** Gives the visible clients of an owner to another one, and returns them as they were. */
  List<Client> handOver(OfficerId from, OfficerId to, Visibility visibility, Instant now);

  /** Marks a client as deleted. Its calls remain. */
  void remove(Client client, Instant now);

  /**
   * Marks a client as deleted and merged into another one, and so are the clients that were merged
   * into it before.
   */
  void remove(Client client, ClientId mergedInto, Instant now);

  /**
   * Marks a deleted client as not deleted and returns it with the next version.
   *
   * @throws io.calllog.domain.shared.Conflict {@code region-deleted} if no region has the path of
   *     its region any more
   */
  Client restore(Client client, Instant now);

  /** Stores an erased copy of a client, deleted or not, and marks it as deleted. */
  void erase(Client client, Instant now);
}
