package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.Registration;
import io.calllog.application.shared.Origin;
import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Registers an account with the role {@code OFFICER} and without a region. */
public interface Register {

  /**
   * Creates the account, if the {@link RegistrationMode} allows it.
   *
   * @throws io.calllog.domain.shared.NotPermitted {@code registration-closed}
   * @throws io.calllog.domain.shared.InvalidInput if the password equals the name or the e-mail
   *     address
   * @throws io.calllog.application.shared.TooManyRequests after too many registrations from the
   *     network
   * @throws io.calllog.domain.shared.Conflict {@code email-taken}
   */
  Registration register(Command command);

  record Command(
      Name name,
      EmailAddress email,
      Password password,
      @Nullable PhoneNumber phone,
      Origin origin) {}
}
