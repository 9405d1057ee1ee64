package io.calllog.application.auth.session;

import io.calllog.application.shared.Sha256;

/**
 * The secret of a refresh token: 256 random bits. Only its hash is stored.
 *
 * @param value as presented; may be any text
 */
public record RefreshSecret(String value) {

  /**
   * Returns the hash that is stored. A salt and a slow hash function are not needed, because 256
   * random bits cannot be guessed.
   *
   * @return the SHA-256 hash as 64 hexadecimal digits
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
