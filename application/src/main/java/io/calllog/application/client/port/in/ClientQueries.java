package io.calllog.application.client.port.in;

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
import io.calllog.domain.officer.Actor;

/** Reads clients for an actor. Thread-safe. */
public interface ClientQueries {

  /**
   * Returns a client.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or the actor may not see it
   * @throws io.calllog.application.shared.ClientMerged if it was merged into another one
   */
  Client find(Actor actor, ClientId id);

  /** Returns the clients that the actor can see and that match the filter, by name. */
  Slice<ListedClient, ByName> list(Actor actor, ClientFilter filter, Paging<ByName> paging);

  /**
   * Returns the clients that the actor can see and that match the filter, by their last call.
   * Clients without calls come first.
   *
   * @param latestFirst whether the order is the reverse
   */
  Slice<ListedClient, ByLastCall> listByLastCall(
      Actor actor, ClientFilter filter, boolean latestFirst, Paging<ByLastCall> paging);

  /**
   * Passes on all clients that the lists return on their pages, as of one moment.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   * @throws io.calllog.application.shared.Overloaded if too many exports are in progress
   */
  void export(Actor actor, ClientFilter filter, ClientOrder order, Export<OwnedClient> export);
}
