package io.calllog.application.key.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.key.ApiKeyId;

/** Revokes a key. */
public interface RevokeKey {

  /**
   * Revokes a key for good. All nodes refuse it within five seconds.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.domain.shared.NotFound if there is no such key, or it was revoked
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   */
  void revoke(Command command);

  record Command(Caller caller, ApiKeyId id, ExpectedVersion expected) {}
}
