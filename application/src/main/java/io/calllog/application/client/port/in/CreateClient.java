package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;

/** Creates a client. */
public interface CreateClient {

  /**
   * Creates a client. If the region is outside the actor's territory and there is no owner, the
   * actor becomes the owner, because they could not see the client otherwise.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not place clients in the region
   * @throws io.calllog.domain.shared.InvalidInput {@code unknown-reference} if the actor cannot see
   *     the owner, or the region does not exist
   * @throws io.calllog.domain.shared.Conflict {@code external-id-taken} if another client has the
   *     external id
   */
  Client create(Command command);

  record Command(Caller caller, ClientDetails details) {}
}
