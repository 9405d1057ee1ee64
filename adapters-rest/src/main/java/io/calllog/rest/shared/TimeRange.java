package io.calllog.rest.shared;

import io.calllog.domain.shared.InvalidInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The range of time that a list is limited to. */
public final class TimeRange {

  private TimeRange() {}

  /**
   * Refuses a range that ends before it begins.
   *
   * @throws InvalidInput if it does
   */
  public static void requireForward(@Nullable Instant from, @Nullable Instant to) {
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidInput("to", "out-of-range", "must not be before 'from'");
    }
  }
}
