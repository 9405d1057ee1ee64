package io.calllog.persistence.call;

import io.calllog.domain.call.Call;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Bounds of start times and of the ids that calls with these start times can have. */
final class CallTimes {

  // The time in an id is not before 1970, and no call starts a day or more before the time in its
  // id. The latest instant that the API accepts fits into the 48 bits of the time in an id.
  private static final Instant EARLIEST = Instant.EPOCH.minus(Call.ID_TOLERANCE).minusMillis(1);
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private CallTimes() {}

  /**
   * Rounds a bound up to the next microsecond, the precision of the database. Every stored time is
   * on the same side of the rounded bound as of the original one.
   */
  static Instant limit(Instant bound) {
    if (bound.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    if (bound.isAfter(LATEST)) {
      return LATEST;
    }
    Instant cut = bound.truncatedTo(ChronoUnit.MICROS);
    return cut.equals(bound) ? cut : cut.plus(1, ChronoUnit.MICROS);
  }

  /** The lowest id of a call that starts at or after the given time. */
  static UUID lowestId(Instant start) {
    return firstOf(start.minus(Call.ID_TOLERANCE).toEpochMilli());
  }

  /** An id higher than all ids of calls that start before the given time. */
  static UUID idBeyond(Instant start) {
    return firstOf(start.plus(Call.ID_TOLERANCE).toEpochMilli() + 1);
  }

  private static UUID firstOf(long millisecond) {
    return new UUID(Math.max(0, millisecond) << 16, 0);
  }
}
