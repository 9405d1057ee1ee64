package io.calllog.application.shared.port.out;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Generates secrets from a random series and a counter. Thread-safe. */
public final class SequentialSecrets implements RandomSecrets {

  private final UUID series = UUID.randomUUID();
  private final AtomicLong made = new AtomicLong();

  @Override
  public String next() {
    byte[] bytes =
        ByteBuffer.allocate(32)
            .putLong(series.getMostSignificantBits())
            .putLong(series.getLeastSignificantBits())
            .putLong(made.incrementAndGet())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
