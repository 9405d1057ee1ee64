package io.calllog.application.client.port.out;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.client.view.OwnedClient;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads visible clients. Only {@link #findAsOf} returns deleted ones. Thread-safe. */
public interface ClientViews {

  /** Finds a client, if it is visible. */
  Optional<Client> find(ClientId id, Visibility visibility);

  /**
   * Finds clients that were not deleted at a time, as they are now. They must be visible by their
   * current region or owner, or by one that they had at that time or later.
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
