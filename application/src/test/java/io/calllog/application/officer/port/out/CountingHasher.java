package io.calllog.application.officer.port.out;

import io.calllog.application.shared.Overloaded;
import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.PasswordHash;
import java.util.concurrent.atomic.AtomicInteger;

/** Fake that hashes insecurely and counts the slow operations of a real hasher. Thread-safe. */
public final class CountingHasher implements PasswordHasher {

  private static final String PREFIX = "plain:";

  private final AtomicInteger work = new AtomicInteger();
  private volatile boolean overloaded;

  @Override
  public PasswordHash hash(Password password) {
    begin();
    return new PasswordHash(PREFIX + password.value());
  }

  @Override
  public boolean matches(String typed, PasswordHash hash) {
    begin();
    return hash.value().equals(PREFIX + Password.normalized(typed));
  }

  @Override
  public PasswordHash decoy() {
    return new PasswordHash("decoy");
  }

  /** Makes all operations fail from now on. */
  public void overload() {
    overloaded = true;
  }

  /** Makes operations succeed again. */
  public void recover() {
    overloaded = false;
  }

  private void begin() {
    if (overloaded) {
      throw new Overloaded();
    }
    work.incrementAndGet();
  }

  /** Returns the number of hashes computed. */
  public int work() {
    return work.get();
  }
}
