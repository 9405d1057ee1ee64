package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.RefreshSecret;

/** Makes the secrets of refresh tokens. Thread-safe. */
public interface RefreshSecrets {

  /** 256 bits that nobody can guess, in letters, digits, {@code -} and {@code _}. */
  RefreshSecret next();
}
