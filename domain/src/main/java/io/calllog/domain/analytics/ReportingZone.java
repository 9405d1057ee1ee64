package io.calllog.domain.analytics;

import io.calllog.domain.shared.InvalidInput;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time zone of the organisation's days: a region of the IANA database, such as {@code
 * Europe/London}. Offsets from UTC are refused, because they ignore changes of clocks.
 */
public record ReportingZone(ZoneId id) {

  /** Throws {@link InvalidInput} if the zone is not in the IANA database. */
  public ReportingZone {
    if (!ZoneId.getAvailableZoneIds().contains(id.getId())) {
      throw unknown();
    }
  }

  /** Returns the zone with this name, which must be spelled as in the IANA database. */
  public static ReportingZone of(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw unknown();
    }
    return new ReportingZone(ZoneId.of(name));
  }

  /** Returns the current day in this zone. */
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
