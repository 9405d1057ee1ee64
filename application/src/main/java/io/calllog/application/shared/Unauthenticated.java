package io.calllog.application.shared;

/** The caller is not authenticated: the credentials are missing, wrong, or no longer valid. */
public final class Unauthenticated extends ServiceFailure {

  private Unauthenticated(String code, String message) {
    super(code, message);
  }

  /** A wrong password, an unknown e-mail address, or an inactive account. */
  public static Unauthenticated badCredentials() {
    return new Unauthenticated("bad-credentials", "The e-mail address or the password is wrong.");
  }

  /** A refresh token that is unknown, used, or expired. */
  public static Unauthenticated badRefreshToken() {
    return new Unauthenticated(
        "bad-refresh-token", "The refresh token is not valid. Sign in again.");
  }

  /** The wrong current password of a signed-in officer. */
  public static Unauthenticated badPassword() {
    return new Unauthenticated("bad-credentials", "The current password is wrong.");
  }

  /** An access token or a key that is missing, malformed, expired, or revoked. */
  public static Unauthenticated noValidToken() {
    return new Unauthenticated("unauthenticated", "A valid access token is required.");
  }
}
