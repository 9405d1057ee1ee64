package io.calllog.application.client.port.out;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.client.view.OwnedClient;
import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads visible clients. Only {@link #findAsOf} returns deleted ones. Thread-safe. */
public interface ClientViews {

  /** Finds a client, if it is visible. */
  Optional<Client> find(ClientId id, Visibility visibility);

  /** Finds the client that a client was merged into, if it is visible. */
  Optional<Client> findMergedInto(ClientId id, Visibility visibility);

  /**
   * Returns the ids that calls with a visible client may have: that of the client, and those of the
   * clients that were merged into it. Empty if the client is not visible.
   */
  Set<ClientId> findIds(ClientId id, Visibility visibility);

  /**
   * Returns the ids that calls with any of these clients may have. A client that was merged stands
   * for the one that it was merged into.
   */
  Set<ClientId> findAllIds(Set<ClientId> ids);

  /**
   * Finds at most 10 other visible clients that may be the same as a client: those with the same
   * phone number or e-mail address first, then by name.
   */
  List<PossibleDuplicate> findPossibleDuplicates(
      ClientId id, ClientDetails details, Visibility visibility);

  /**
   * Finds clients that were not deleted at a time, as they are now. They must be visible by their
   * current region or owner, or by one that they had at that time or later. A client that was
   * merged counts as not deleted.
   */
  Map<AsOf, Client> findAsOf(Set<AsOf> wanted, Visibility visibility);

  /** Returns the visible clients that match the filter, by name ignoring case, then by id. */
  Slice<ListedClient, ByName> list(
      ClientFilter filter, Visibility visibility, Paging<ByName> paging);

  /**
   * Returns the visible clients that match the filter, by their last call, then by id. Clients
   * without calls come first.
   *
   * @param latestFirst whether the order is the reverse
   */
  Slice<ListedClient, ByLastCall> listByLastCall(
      ClientFilter filter, Visibility visibility, boolean latestFirst, Paging<ByLastCall> paging);

  /**
   * Passes on all clients that the lists return on their pages. Runs in {@code UnitOfWork.export}.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   */
  void export(
      ClientFilter filter, ClientOrder order, Visibility visibility, Export<OwnedClient> export);

  /** A client at a time. */
  record AsOf(ClientId id, Instant time) {}
}
