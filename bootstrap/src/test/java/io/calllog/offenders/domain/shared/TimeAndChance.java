package io.calllog.offenders.domain.shared;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

class TimeAndChance {

  Instant when() {
    return Instant.now();
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  long millis() {
    return System.currentTimeMillis();
  }

  Supplier<UUID> identities() {
    return UUID::randomUUID;
  }

  int dice() {
    return new Random(6).nextInt();
  }
}
