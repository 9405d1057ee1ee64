package io.calllog.application.shared.port.out;

/** Generates the secrets of refresh tokens and keys. Thread-safe. */
public interface RandomSecrets {

  /** Returns 256 random bits as 43 letters, digits, {@code -}, and {@code _} (base64url). */
  String next();
}
