package io.calllog.application.auth.session;

import io.calllog.application.shared.Sha256;

/** The secret of a refresh token: 256 random bits, or any text if presented by a client. */
public record RefreshSecret(String value) {

  /**
   * Returns the SHA-256 hash to store, as 64 hexadecimal digits. 256 random bits cannot be guessed,
   * so no salt or slow hash is needed.
   */
  public String hash() {
    return Sha256.hex(value);
  }

  /** Hides the secret, so that it does not appear in logs. */
  @Override
  public String toString() {
    return "RefreshSecret[hidden]";
  }
}
