package io.calllog.application.auth.port.out;

import io.calllog.application.auth.session.RefreshSecret;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Generates secrets that can be told apart in the output of a failed test. Thread-safe. */
public final class SequentialSecrets implements RefreshSecrets {

  private final UUID series = UUID.randomUUID();
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public RefreshSecret next() {
    return new RefreshSecret("secret-" + made.incrementAndGet() + "-" + series);
  }
}
