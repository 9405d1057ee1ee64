package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.client.ClientId;

/**
 * An administrator erases the personal data of a client, deleted or not. The calls and the figures
 * stay.
 */
public interface EraseClient {

  /**
   * Removes name, company and contact data of the client and the comments of all its calls for
   * good, also in the audit trail, and hides the client. This takes several transactions: when it
   * fails after the first, the client is hidden, and a repeated request erases the rest.
   *
   * @throws io.calllog.domain.shared.NotFound when there is none, or the actor may not see it
   * @throws io.calllog.domain.shared.NotPermitted when the actor is no administrator
   */
  void erase(Command command);

  /**
   * The erasure wanted.
   *
   * @param caller who asks
   * @param id of which client
   */
  record Command(Caller caller, ClientId id) {}
}
