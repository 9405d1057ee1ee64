package io.calllog.application.key.port.in;

import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.ApiKeyId;
import java.util.function.UnaryOperator;

/** Changes a key. */
public interface ReviseKey {

  /**
   * Applies changes to a key. All nodes know them within five seconds.
   *
   * @throws io.calllog.domain.shared.NotPermitted if the actor is not an administrator
   * @throws io.calllog.domain.shared.NotFound if there is no such key, or it was revoked
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput if the key would have expired
   */
  ApiKeyView revise(Command command);

  record Command(
      Caller caller, ApiKeyId id, ExpectedVersion expected, UnaryOperator<ApiKeyDetails> changes) {}
}
