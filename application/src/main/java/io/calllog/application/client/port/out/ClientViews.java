package io.calllog.application.client.port.out;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import java.util.Optional;

/** Reads clients, as far as the visibility goes and without the deleted. Thread-safe. */
public interface ClientViews {

  /** One client, if visible. */
  Optional<Client> find(ClientId id, Visibility visibility);

  /** The visible clients that pass the filter, by name without regard to case, then by id. */
  Slice<Client, ByName> list(ClientFilter filter, Visibility visibility, Paging<ByName> paging);
}
