package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.client.ClientId;

/**
 * An administrator has the personal data of a client erased, be it of one deleted before. The calls
 * and the figures stay.
 */
public interface EraseClient {

  /**
   * Removes name, company and contacts of the client and the comments of all calls with it, for
   * good, in the audit trail too; the client is hidden. Again, it changes nothing more.
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
