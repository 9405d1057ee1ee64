package io.calllog.application.officer.port.out;

import io.calllog.domain.officer.Password;
import io.calllog.domain.officer.PasswordHash;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hashes without any secrecy, and counts how often a real one would have been slow. Thread-safe.
 */
public final class CountingHasher implements PasswordHasher {

  private static final String PREFIX = "plain:";

  private final AtomicInteger work = new AtomicInteger();

  @Override
  public PasswordHash hash(Password password) {
    work.incrementAndGet();
    return new PasswordHash(PREFIX + password.value());
  }

  @Override
  public boolean matches(String typed, PasswordHash hash) {
    work.incrementAndGet();
    return hash.value().equals(PREFIX + Password.normalized(typed));
  }

  @Override
  public PasswordHash decoy() {
    return new PasswordHash("decoy");
  }

  /** How many hashes were computed so far. */
  public int work() {
    return work.get();
  }
}
