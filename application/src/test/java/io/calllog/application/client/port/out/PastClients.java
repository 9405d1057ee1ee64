package io.calllog.application.client.port.out;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Earlier states of clients, and the last ones before they were deleted. Thread-safe. */
final class PastClients {

  private record Past(Client client, Instant until) {}

  private final List<Past> past = new CopyOnWriteArrayList<>();

  void add(Client client, Instant until) {
    past.add(new Past(client, until));
  }

  /** Returns the states of a client that ended after this time. */
  List<Client> since(ClientId id, Instant time) {
    return past.stream()
        .filter(p -> p.client().id().equals(id) && p.until().isAfter(time))
        .map(Past::client)
        .toList();
  }
}
