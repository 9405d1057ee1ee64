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

  /**
   * Refuses actors who may not change this client.
   *
   * @throws io.calllog.domain.shared.NotFound when they may not even see it
   * @throws io.calllog.domain.shared.NotPermitted when they see it but may not change it
   */
  void requireChangeable(Actor actor, ClientId id);

  /**
   * Refuses actors who may not delete this client.
   *
   * @throws io.calllog.domain.shared.NotFound when they may not even see it
   * @throws io.calllog.domain.shared.NotPermitted when they see it but may not delete it
   */
  void requireRemovable(Actor actor, ClientId id);
}
