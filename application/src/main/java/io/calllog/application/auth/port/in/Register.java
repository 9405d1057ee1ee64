package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.Registration;
import io.calllog.application.shared.Origin;
import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Somebody makes an account for themselves: an {@code OFFICER} in no region yet. */
public interface Register {

  /**
   * Makes the account, as far as the {@link RegistrationMode} allows.
   *
   * @throws io.calllog.domain.shared.NotPermitted {@code registration-closed}
   * @throws io.calllog.domain.shared.InvalidInput when the password is the name or the e-mail
   * @throws io.calllog.application.shared.TooManyRequests when there were too many from this
   *     address
   * @throws io.calllog.domain.shared.Conflict {@code email-taken}
   */
  Registration register(Command command);

  /**
   * The account wanted.
   *
   * @param name what they are called
   * @param email how they will sign in
   * @param password what they will sign in with
   * @param phone where they are reached
   * @param origin where the request came from
   */
  record Command(
      Name name,
      EmailAddress email,
      Password password,
      @Nullable PhoneNumber phone,
      Origin origin) {}
}
