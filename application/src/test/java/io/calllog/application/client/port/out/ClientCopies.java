package io.calllog.application.client.port.out;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Copies of clients that differ in one respect. */
final class ClientCopies {

  private ClientCopies() {}

  static Client withVersion(Client client, long version) {
    return new Client(
        client.id(), client.details(), client.createdAt(), client.updatedAt(), version);
  }

  static Client handedOver(Client client, OfficerId to, Instant now) {
    return new Client(
        client.id(),
        changed(client, client.details().region(), to),
        client.createdAt(),
        now,
        client.version());
  }

  static Client moved(Client client, RegionPath from, RegionPath to) {
    ClientDetails d = client.details();
    return new Client(
        client.id(),
        changed(client, d.region().moved(from, to), d.ownerId()),
        client.createdAt(),
        client.updatedAt(),
        client.version());
  }

  private static ClientDetails changed(
      Client client, RegionPath region, @Nullable OfficerId owner) {
    ClientDetails d = client.details();
    return new ClientDetails(
        d.name(),
        d.company(),
        d.phones(),
        d.email(),
        d.address(),
        region,
        d.status(),
        owner,
        d.externalId(),
        d.callEvery());
  }
}
