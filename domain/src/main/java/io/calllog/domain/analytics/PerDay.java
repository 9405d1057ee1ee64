package io.calllog.domain.analytics;

import io.calllog.domain.shared.InvalidInput;

/** A number of calls or seconds on a working day that is aimed at: 1 to 100,000,000. */
public record PerDay(int value) {

  /** The highest number. */
  public static final int MAX = 100_000_000;

  /** Throws {@link InvalidInput} if the number is out of range. */
  public PerDay {
    if (value < 1 || value > MAX) {
      throw new InvalidInput("perDay", "out-of-range", "must be from 1 to 100,000,000");
    }
  }
}
