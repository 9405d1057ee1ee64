package io.calllog.application.auth.port.in;

import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Creates the first administrator at start-up. */
public interface InstallFirstAdmin {

  /**
   * Creates an administrator in the root region if there is no active one. Only one is created,
   * even if several nodes start at the same time.
   *
   * @param command the account to create; null if none is configured
   * @return whether there is an active administrator now
   * @throws io.calllog.domain.shared.InvalidInput if the password equals the e-mail address
   * @throws io.calllog.domain.shared.Conflict {@code email-taken} if an account that is not an
   *     administrator has the address
   */
  boolean install(@Nullable Command command);

  record Command(EmailAddress email, Password password) {}
}
