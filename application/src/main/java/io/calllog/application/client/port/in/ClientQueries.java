package io.calllog.application.client.port.in;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.OwnedClient;
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
  Slice<Client, ByName> list(Actor actor, ClientFilter filter, Paging<ByName> paging);

  /**
   * Passes on all clients that {@link #list} returns on its pages, as of one moment.
   *
   * @throws io.calllog.domain.shared.InvalidInput if there are more than the receiver can take
   * @throws io.calllog.application.shared.Overloaded if too many exports are in progress
   */
  void export(Actor actor, ClientFilter filter, Export<OwnedClient> export);
}
