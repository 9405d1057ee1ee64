package io.calllog.persistence.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which calls start.
 *
 * @param from where it begins; without a beginning when null
 * @param to before which it ends; without an end when null
 */
record CallWindow(@Nullable Instant from, @Nullable Instant to) {

  /** Brings the limits into the range and the precision of the database. */
  CallWindow {
    from = from == null ? null : CallTimes.limit(from);
    to = to == null ? null : CallTimes.limit(to);
  }

  /** All that a filter lets pass. */
  static CallWindow of(CallFilter filter) {
    return new CallWindow(filter.from(), filter.to());
  }

  /** The part of the window before a moment. */
  CallWindow before(Instant end) {
    return to != null && to.isBefore(end) ? this : new CallWindow(from, end);
  }

  /** What of it is left to be seen from a place in the order; that place's own start included. */
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
