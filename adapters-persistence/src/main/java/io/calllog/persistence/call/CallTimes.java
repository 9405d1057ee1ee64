package io.calllog.persistence.call;

import io.calllog.domain.call.Call;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Times of calls as the database compares them, and the ids that go with them. */
final class CallTimes {

  // No id carries a time before 1970, and no call starts a day before that of its id. The latest
  // is the last day that an instant of the contract can have, well below the 48 bits of an id.
  private static final Instant EARLIEST = Instant.EPOCH.minus(Call.ID_TOLERANCE).minusMillis(1);
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private CallTimes() {}

  /**
   * A limit between times, as one to the microsecond: whatever the database keeps lies on the same
   * side of both.
   */
  static Instant limit(Instant any) {
    if (any.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    if (any.isAfter(LATEST)) {
      return LATEST;
    }
    Instant cut = any.truncatedTo(ChronoUnit.MICROS);
    return cut.equals(any) ? cut : cut.plus(1, ChronoUnit.MICROS);
  }

  /** The smallest id that a call starting then or later can have. */
  static UUID lowestId(Instant start) {
    return firstOf(start.minus(Call.ID_TOLERANCE).toEpochMilli());
  }

  /** An id beyond those that calls starting before then can have. */
  static UUID idBeyond(Instant start) {
    return firstOf(start.plus(Call.ID_TOLERANCE).toEpochMilli() + 1);
  }

  private static UUID firstOf(long millisecond) {
    return new UUID(Math.max(0, millisecond) << 16, 0);
  }
}
