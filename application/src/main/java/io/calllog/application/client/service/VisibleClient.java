package io.calllog.application.client.service;

import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.shared.ClientMerged;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import java.util.Optional;

/** Finds the clients that an actor can see. */
final class VisibleClient {

  private VisibleClient() {}

  /**
   * Returns the client that was found.
   *
   * @throws io.calllog.domain.shared.NotFound if there is none, or the actor may not see it
   * @throws ClientMerged if it was merged into a client that the actor sees
   */
  static Client require(Optional<Client> found, ClientId id, ClientViews views, Actor actor) {
    return found
        .filter(client -> isVisible(client, actor))
        .orElseThrow(() -> ClientMerged.orNotFound(views.findMergedInto(id, actor.seesClients())));
  }

  static boolean isVisible(Client client, Actor actor) {
    return actor.seesClients().covers(client.details().region(), client.details().ownerId());
  }
}
