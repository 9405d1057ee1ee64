package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.SignedIn;
import io.calllog.application.shared.Origin;

/** Signs an officer in with e-mail address and password. */
public interface SignIn {

  /**
   * Checks the credentials. It takes the same time whether or not the account exists.
   *
   * @throws io.calllog.application.shared.Unauthenticated if the credentials are wrong or the
   *     account is inactive; the cases cannot be told apart
   * @throws io.calllog.application.shared.TooManyRequests after too many failed attempts for the
   *     account or from the network; this does not depend on whether the account exists
   */
  SignedIn signIn(Command command);

  /** The parameters, as typed: {@code email} need not be a valid address. */
  record Command(String email, String password, Origin origin) {

    /** Hides the password, so that it does not appear in logs. */
    @Override
    public String toString() {
      return "SignIn.Command[email="
          + email
          + ", password hidden, address="
          + origin.address()
          + "]";
    }
  }
}
