package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.RefreshSecret;

/** Generates the secrets of refresh tokens. Thread-safe. */
public interface RefreshSecrets {

  /** Returns 256 random bits as letters, digits, {@code -}, and {@code _}. */
  RefreshSecret next();
}
