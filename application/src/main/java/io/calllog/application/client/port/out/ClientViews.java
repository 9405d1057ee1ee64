package io.calllog.application.client.port.out;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.OwnedClient;
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
  Slice<Client, ByName> list(ClientFilter filter, Visibility visibility, Paging<ByName> paging);

  /**
   * Passes on all clients that {@link #list} returns on its pages. Runs in {@code
   * UnitOfWork.export}.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   */
  void export(ClientFilter filter, Visibility visibility, Export<OwnedClient> export);

  /** A client at a time. */
  record AsOf(ClientId id, Instant time) {}
}
