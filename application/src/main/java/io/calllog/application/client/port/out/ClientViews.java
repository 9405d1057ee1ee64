package io.calllog.application.client.port.out;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import java.time.Instant;
import java.util.Optional;

/** Reads visible clients. Only {@link #findAsOf} returns deleted ones. Thread-safe. */
public interface ClientViews {

  /** Finds a client, if it is visible. */
  Optional<Client> find(ClientId id, Visibility visibility);

  /**
   * Finds a client that was not deleted at a time, as it is now. It must be visible by its current
   * region or owner, or by one that it had at that time or later.
   */
  Optional<Client> findAsOf(Instant time, ClientId id, Visibility visibility);

  /** Returns the visible clients that match the filter, by name ignoring case, then by id. */
  Slice<Client, ByName> list(ClientFilter filter, Visibility visibility, Paging<ByName> paging);
}
