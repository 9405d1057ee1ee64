package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.client.ClientId;

/** Deletes a client. */
public interface RemoveClient {

  /**
   * Deletes a client. Its calls remain.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the client
   * @throws io.calllog.application.shared.ClientMerged if it was merged into another one
   * @throws io.calllog.domain.shared.NotPermitted if the actor does not lead the client's region
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   */
  void remove(Command command);

  record Command(Caller caller, ClientId id, ExpectedVersion expected) {}
}
