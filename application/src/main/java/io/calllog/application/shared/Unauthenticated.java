package io.calllog.application.shared;

/** Nobody is signed in, or the credentials shown are not (or no longer) good. */
public final class Unauthenticated extends ServiceFailure {

  private Unauthenticated(String code, String message) {
    super(code, message);
  }

  /** The one answer to a wrong password, an unknown e-mail and an account that may not sign in. */
  public static Unauthenticated badCredentials() {
    return new Unauthenticated("bad-credentials", "The e-mail address or the password is wrong.");
  }

  /** The one answer to a refresh token that is unknown, spent or out of time. */
  public static Unauthenticated badRefreshToken() {
    return new Unauthenticated(
        "bad-refresh-token", "The refresh token is not valid. Sign in again.");
  }

  /** Somebody who is signed in does not know their password. */
  public static Unauthenticated badPassword() {
    return new Unauthenticated("bad-credentials", "The current password is wrong.");
  }

  /** No token was shown, or one that is malformed, expired or revoked. */
  public static Unauthenticated noValidToken() {
    return new Unauthenticated("unauthenticated", "A valid access token is required.");
  }
}
