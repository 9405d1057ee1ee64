package io.calllog.application.auth.port.in;

import io.calllog.application.auth.view.SignedIn;
import io.calllog.application.shared.Origin;

/** An officer signs in with e-mail and password. */
public interface SignIn {

  /**
   * Checks the credentials. Takes the same time whether the account exists or not.
   *
   * @throws io.calllog.application.shared.Unauthenticated when they are wrong, or the account may
   *     not be used; the two look the same
   * @throws io.calllog.application.shared.TooManyRequests when too many attempts failed, for this
   *     account or from this address; the same for accounts that do not exist
   */
  SignedIn signIn(Command command);

  /**
   * The credentials shown.
   *
   * @param email as typed, may be no address at all
   * @param password as typed
   * @param origin where they are typed
   */
  record Command(String email, String password, Origin origin) {

    /** Hides the password, so that it reaches no log. */
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
