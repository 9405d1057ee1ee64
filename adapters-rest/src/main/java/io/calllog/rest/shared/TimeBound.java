package io.calllog.rest.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bound of a range of time in a query: a time, or a date, which is the start of that day in the
 * reporting time zone.
 */
public record TimeBound(Instant value) {

  /** Returns the time of a bound; null if there is no bound. */
  public static @Nullable Instant valueOf(@Nullable TimeBound bound) {
    return bound == null ? null : bound.value;
  }
}
