package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;

/** Brings a deleted client back. */
public interface RestoreClient {

  /**
   * Restores a client as it was when it was deleted. A client that is not deleted stays as it is,
   * so the request can be repeated.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the client, or it is deleted
   *     and the actor may not delete clients of its region
   * @throws io.calllog.application.shared.ClientMerged if it was merged into another one
   * @throws io.calllog.domain.shared.NotPermitted if the client is not deleted and the actor may
   *     not delete it
   * @throws io.calllog.domain.shared.Conflict {@code erased} if its personal data was erased;
   *     {@code region-deleted} if its region does not exist any more; {@code external-id-taken} if
   *     another client has its external id
   */
  Client restore(Command command);

  record Command(Caller caller, ClientId id) {}
}
