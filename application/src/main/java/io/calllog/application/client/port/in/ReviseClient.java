package io.calllog.application.client.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import java.util.function.UnaryOperator;

/** Somebody changes what is said about a client. */
public interface ReviseClient {

  /**
   * Applies the changes to what is there now; changes made at the same moment wait for each other,
   * and none is lost.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the client
   * @throws io.calllog.domain.shared.NotPermitted when the actor may not change it, or not place it
   *     in the new region
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput {@code unknown-reference} when the new owner is
   *     nobody the actor sees
   * @throws io.calllog.domain.shared.Conflict {@code external-id-taken} if another client has the
   *     external id
   */
  Client revise(Command command);

  /**
   * The changes wanted.
   *
   * @param caller who asks
   * @param id of which client
   * @param expected the versions that the change applies to
   * @param changes field by field
   */
  record Command(
      Caller caller, ClientId id, ExpectedVersion expected, UnaryOperator<ClientDetails> changes) {}
}
