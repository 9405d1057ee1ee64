package io.calllog.application.client.service;

import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.NotFound;
import java.util.Optional;

/** Finds the clients that an actor can see. */
final class VisibleClient {

  private VisibleClient() {}

  static Client require(Optional<Client> found, Actor actor) {
    return found
        .filter(c -> actor.seesClients().covers(c.details().region(), c.details().ownerId()))
        .orElseThrow(VisibleClient::notFound);
  }

  static NotFound notFound() {
    return new NotFound("client");
  }
}
