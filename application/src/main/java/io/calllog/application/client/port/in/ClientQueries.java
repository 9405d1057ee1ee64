package io.calllog.application.client.port.in;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;

/** Reads clients on somebody's behalf. Thread-safe. */
public interface ClientQueries {

  /**
   * One client.
   *
   * @throws io.calllog.domain.shared.NotFound when there is none, or the actor may not see it
   */
  ClientView find(Actor actor, ClientId id);

  /** The clients that the actor sees and the filter passes, by name. */
  Slice<ClientView, ByName> list(Actor actor, ClientFilter filter, Paging<ByName> paging);
}
