package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;

/** Somebody enters a client. */
public interface CreateClient {

  /**
   * Enters the client. Somebody unassigned becomes the owner of a client they name no owner for, or
   * they could not see what they made.
   *
   * @throws io.calllog.domain.shared.NotPermitted when the actor may place nothing in the region
   * @throws io.calllog.domain.shared.InvalidInput {@code unknown-reference} when the owner is
   *     nobody the actor sees
   * @throws io.calllog.domain.shared.Conflict {@code external-id-taken} if another client has the
   *     external id
   */
  Client create(Command command);

  /**
   * The parameters.
   *
   * @param details an officer without a territory who names no owner becomes the owner
   */
  record Command(Caller caller, ClientDetails details) {}
}
