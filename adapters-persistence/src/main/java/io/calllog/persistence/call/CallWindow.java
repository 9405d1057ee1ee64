package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A range of start times.
 *
 * @param from inclusive; null for no lower bound
 * @param to exclusive; null for no upper bound
 */
record CallWindow(@Nullable Instant from, @Nullable Instant to) {

  /** Rounds the bounds to the precision of the database. */
  CallWindow {
    from = from == null ? null : CallTimes.limit(from);
    to = to == null ? null : CallTimes.limit(to);
  }

  /** The range of a filter. */
  static CallWindow of(CallFilter filter) {
    return new CallWindow(filter.from(), filter.to());
  }

  /** Whether a call that starts then is in the window. */
  boolean contains(Instant start) {
    return (from == null || !start.isBefore(from)) && (to == null || start.isBefore(to));
  }

  /** The part of the window before a time. */
  CallWindow before(Instant end) {
    return to != null && to.isBefore(end) ? this : new CallWindow(from, end);
  }

  /** The part of the window from a place in the order on. It includes the start of that place. */
  CallWindow after(@Nullable ByStart place, CallOrder order) {
    if (place == null) {
      return this;
    }
    Instant start = CallTimes.limit(place.startedAt());
    return switch (order) {
      case LATEST_FIRST -> {
        Instant end = start.plus(1, ChronoUnit.MICROS);
        yield new CallWindow(from, to != null && to.isBefore(end) ? to : end);
      }
      case EARLIEST_FIRST -> new CallWindow(from != null && from.isAfter(start) ? from : start, to);
    };
  }
}
