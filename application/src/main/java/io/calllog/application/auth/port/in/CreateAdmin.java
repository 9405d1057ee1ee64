package io.calllog.application.auth.port.in;

import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;

/** Creates an administrator by a command of the operator. */
public interface CreateAdmin {

  /**
   * Creates an active administrator in the root region.
   *
   * @throws io.calllog.domain.shared.InvalidInput if the password equals the e-mail address
   * @throws io.calllog.domain.shared.Conflict {@code email-taken}
   */
  void create(Command command);

  record Command(EmailAddress email, Password password) {}
}
