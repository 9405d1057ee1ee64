package io.calllog.application.officer.port.out;

import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.PasswordHash;

/**
 * Hashes passwords with a slow hash function. A call takes tens of milliseconds, or a few seconds
 * under load; above that, it throws {@link io.calllog.application.shared.Overloaded}. Thread-safe.
 */
public interface PasswordHasher {

  /** Returns a new salted hash. */
  PasswordHash hash(Password password);

  /** Returns whether a text is the password of the hash. Any text is allowed. */
  boolean matches(String typed, PasswordHash hash);

  /**
   * Returns a hash that no text matches. Checking it takes as long as checking a real one, so that
   * response times do not show whether an account exists.
   */
  PasswordHash decoy();
}
