package io.calllog.application.shared.port.out;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates version 7 ids that are ascending for equal times. The first is random, so that tests
 * can share a database. Thread-safe.
 */
public final class SequentialIds implements IdSource {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private final AtomicLong sequence =
      new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 60));

  @Override
  public UUID next(Instant time) {
    return new UUID(
        time.toEpochMilli() << 16 | VERSION_7, VARIANT_RFC | sequence.getAndIncrement());
  }
}
