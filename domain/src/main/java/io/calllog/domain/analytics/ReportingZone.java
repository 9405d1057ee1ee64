package io.calllog.domain.analytics;

import io.calllog.domain.shared.InvalidInput;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time zone in which the organisation means a day and a month. A region of the IANA database,
 * never an offset from UTC: days keep their meaning when clocks change.
 *
 * @param id such as {@code Europe/London}
 */
public record ReportingZone(ZoneId id) {

  /** Refuses with {@link InvalidInput} what is no region of the IANA database, or is not known. */
  public ReportingZone {
    if (!ZoneId.getAvailableZoneIds().contains(id.getId())) {
      throw unknown();
    }
  }

  /** The zone of this name, spelled as in the IANA database. */
  public static ReportingZone of(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw unknown();
    }
    return new ReportingZone(ZoneId.of(name));
  }

  /** What day it is there. */
  public LocalDate today(InstantSource clock) {
    return LocalDate.ofInstant(clock.instant(), id);
  }

  @Override
  public String toString() {
    return id.getId();
  }

  private static InvalidInput unknown() {
    return new InvalidInput(
        "timeZone",
        "unknown-value",
        "must be a time zone of the IANA database, such as Europe/London");
  }
}
