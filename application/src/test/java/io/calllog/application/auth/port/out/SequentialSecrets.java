package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.RefreshSecret;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Secrets that a reader of a failed test can tell apart. Thread-safe. */
public final class SequentialSecrets implements RefreshSecrets {

  private final UUID series = UUID.randomUUID();
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public RefreshSecret next() {
    return new RefreshSecret("secret-" + made.incrementAndGet() + "-" + series);
  }
}
