package io.calllog.application.client.port.out;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import java.util.Optional;

/** Reads visible clients that are not deleted. Thread-safe. */
public interface ClientViews {

  /** Finds a client, if it is visible. */
  Optional<Client> find(ClientId id, Visibility visibility);

  /** Returns the visible clients that match the filter, by name ignoring case, then by id. */
  Slice<Client, ByName> list(ClientFilter filter, Visibility visibility, Paging<ByName> paging);
}
