package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.client.ClientId;

/** Somebody who leads the region deletes a client. */
public interface RemoveClient {

  /**
   * Hides the client; calls keep pointing to it.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the client
   * @throws io.calllog.domain.shared.NotPermitted when the actor does not lead the client's region
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected
   */
  void remove(Command command);

  /**
   * The deletion wanted.
   *
   * @param caller who asks
   * @param id of which client
   * @param expected the versions that the change applies to
   */
  record Command(Caller caller, ClientId id, ExpectedVersion expected) {}
}
