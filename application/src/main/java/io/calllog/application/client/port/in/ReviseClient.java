package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import java.util.function.UnaryOperator;

/** Changes a client. */
public interface ReviseClient {

  /**
   * Applies changes to the current client. Concurrent changes are applied one after the other.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the client
   * @throws io.calllog.application.shared.ClientMerged if it was merged into another one
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not change it, or may not place
   *     it in the new region
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput {@code unknown-reference} if the actor cannot see
   *     the new owner, or the new region does not exist
   * @throws io.calllog.domain.shared.Conflict {@code external-id-taken} if another client has the
   *     external id
   */
  Client revise(Command command);

  record Command(
      Caller caller, ClientId id, ExpectedVersion expected, UnaryOperator<ClientDetails> changes) {}
}
