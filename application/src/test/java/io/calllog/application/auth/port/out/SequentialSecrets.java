package io.calllog.application.auth.port.out;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Generates secrets that can be told apart in the output of a failed test. Thread-safe. */
public final class SequentialSecrets implements RandomSecrets {

  private final UUID series = UUID.randomUUID();
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public String next() {
    return "secret-" + made.incrementAndGet() + "-" + series;
  }
}
