package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;

/** Merges a client into another one, because both are the same person or company. */
public interface MergeClient {

  /**
   * Gives the calls of a client, and the facts that only it has, to another client, and deletes it.
   * Figures do not change. If it was merged into this client before, nothing changes, so the
   * request can be repeated.
   *
   * @return the client that remains
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the client
   * @throws io.calllog.application.shared.ClientMerged if this client was merged itself
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not change the client, or may
   *     not delete the one that is merged
   * @throws io.calllog.domain.shared.InvalidInput if both are the same; {@code unknown-reference}
   *     if the actor cannot see the one that is merged; {@code too-many} if both together have more
   *     phones than a client may have
   */
  Client merge(Command command);

  /**
   * The parameters.
   *
   * @param id the client that remains
   * @param from the client that is merged into it
   */
  record Command(Caller caller, ClientId id, ClientId from) {}
}
