package io.calllog.application.auth.port.in;

import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;

/**
 * The operator makes an administrator, whoever is there already: the first one, or another one when
 * nobody is left who can sign in.
 */
public interface CreateAdmin {

  /**
   * Makes an active administrator in the root region.
   *
   * @throws io.calllog.domain.shared.InvalidInput when the password is the e-mail address
   * @throws io.calllog.domain.shared.Conflict {@code email-taken}
   */
  void create(Command command);

  /**
   * The administrator wanted.
   *
   * @param email how they will sign in
   * @param password what they will sign in with
   */
  record Command(EmailAddress email, Password password) {}
}
