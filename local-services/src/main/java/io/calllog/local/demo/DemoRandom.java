package io.calllog.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that falls the same way each time it is begun with the same seed. Not thread-safe. */
final class DemoRandom {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final Random random;

  DemoRandom(long seed) {
    this.random = new Random(seed);
  }

  /** A whole number from 0 to one less than the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Whether something happens that happens this many times in a hundred. */
  boolean percent(int chance) {
    return below(100) < chance;
  }

  /** One of them, each as likely as another. */
  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** The index of a weight, as likely as the weight says. */
  int weighted(int... weights) {
    int total = java.util.Arrays.stream(weights).sum();
    int ticket = below(total);
    int index = 0;
    while (ticket >= weights[index]) {
      ticket -= weights[index];
      index++;
    }
    return index;
  }

  /** Seconds around a median, with a long tail to longer ones. */
  int seconds(int median, int longest) {
    return (int) Math.min(longest, Math.max(5, median * Math.exp(0.8 * random.nextGaussian())));
  }

  /** A UUID of version 7 for that time. */
  UUID uuid(Instant time) {
    long high = (time.toEpochMilli() << 16) | VERSION_7 | below(1 << 12);
    long low = (random.nextLong() >>> 2) | VARIANT;
    return new UUID(high, low);
  }
}
