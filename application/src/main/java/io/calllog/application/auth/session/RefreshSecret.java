package io.calllog.application.auth.session;

import io.calllog.application.shared.Sha256;

/**
 * What an officer's device shows to go on without signing in again: 256 random bits, in the clear
 * only on their way to the device and back.
 *
 * @param value as it was shown; anything when it comes from outside
 */
public record RefreshSecret(String value) {

  /**
   * What is kept of it. A plain hash will do: nobody guesses 256 random bits, however fast.
   *
   * @return a SHA-256 hash in 64 hexadecimal digits
   */
  public String hash() {
    return Sha256.hex(value);
  }

  /** Hides the secret, so that it reaches no log. */
  @Override
  public String toString() {
    return "RefreshSecret[hidden]";
  }
}
