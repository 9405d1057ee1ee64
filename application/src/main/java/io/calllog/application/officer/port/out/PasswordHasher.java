package io.calllog.application.officer.port.out;

import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.PasswordHash;

/**
 * Turns passwords into hashes that are slow to guess. Takes tens of milliseconds, and a few seconds
 * at most when many ask; beyond that it refuses by {@link
 * io.calllog.application.shared.Overloaded}. Thread-safe.
 */
public interface PasswordHasher {

  /** A new salted hash. */
  PasswordHash hash(Password password);

  /** Whether what was typed is the password behind the hash; any text may be asked about. */
  boolean matches(String typed, PasswordHash hash);

  /**
   * A hash that nothing typed matches, as costly to check as a real one: so that an unknown account
   * takes the same time.
   */
  PasswordHash decoy();
}
