package io.calllog.application.client.port.out;

import io.calllog.domain.client.ClientId;
import java.time.Instant;

/** Moves what belongs to clients that were merged. Thread-safe. */
public interface MergedClients {

  /**
   * Gives the calls with a merged client, deleted calls included, to the client that it was merged
   * into: a few in the current transaction, many in the background. Until then reads find them
   * under both ids. Requires a transaction.
   */
  void move(ClientId merged, Instant now);
}
