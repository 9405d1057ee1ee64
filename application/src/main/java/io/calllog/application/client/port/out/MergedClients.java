package io.calllog.application.client.port.out;

import io.calllog.domain.client.ClientId;
import java.time.Instant;

/** Moves what belongs to clients that were merged. Thread-safe. */
public interface MergedClients {

  /**
   * Gives the follow-ups and the calls with a merged client, deleted ones included, to the client
   * that it was merged into. A few calls are moved in the current transaction, many in the
   * background. Until then reads find them under both ids. Requires a transaction.
   */
  void move(ClientId merged, Instant now);
}
