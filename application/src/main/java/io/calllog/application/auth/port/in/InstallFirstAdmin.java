package io.calllog.application.auth.port.in;

import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Sees to it, at the start of the system, that somebody can run it. */
public interface InstallFirstAdmin {

  /**
   * Makes an administrator in the root region when there is no active one. Does so once, also when
   * several nodes start together.
   *
   * @param command whom to make; null when nobody is configured
   * @return whether there is an active administrator now
   * @throws io.calllog.domain.shared.InvalidInput when the password is the e-mail address
   * @throws io.calllog.domain.shared.Conflict {@code email-taken} by somebody who is no
   *     administrator
   */
  boolean install(@Nullable Command command);

  /**
   * The first administrator.
   *
   * @param email how they will sign in
   * @param password what they will sign in with
   */
  record Command(EmailAddress email, Password password) {}
}
