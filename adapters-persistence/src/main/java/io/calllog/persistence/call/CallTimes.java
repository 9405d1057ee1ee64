package io.calllog.persistence.call;

import io.calllog.domain.call.Call;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

/** Bounds of start times, and the months and ids of partitions. */
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

  /** The start of the month, in UTC. Partitions of calls begin then. */
  static Instant monthOf(Instant time) {
    return time.atOffset(ZoneOffset.UTC)
        .with(TemporalAdjusters.firstDayOfMonth())
        .truncatedTo(ChronoUnit.DAYS)
        .toInstant();
  }

  /** The start of the first month that begins at or after the given time. */
  static Instant monthFrom(Instant time) {
    return monthOf(time.minusNanos(1)).atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
  }

  /** The lowest id of a millisecond. */
  static UUID firstId(Instant time) {
    return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
  }
}
