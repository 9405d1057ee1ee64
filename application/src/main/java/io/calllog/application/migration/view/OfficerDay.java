package io.calllog.application.migration.view;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls of an officer on a day.
 *
 * @param officer the id; null for calls without an officer, which only the Node backend has
 * @param connected the number of calls in which officer and client spoke with each other
 */
public record OfficerDay(
    LocalDate day, @Nullable UUID officer, long calls, long connected, long seconds) {

  /** By day, then by the text of the id; calls without an officer come last. */
  public static final Comparator<OfficerDay> ORDER =
      Comparator.comparing(OfficerDay::day)
          .thenComparing(OfficerDay::officerText, Comparator.nullsLast(Comparator.naturalOrder()));

  /** Returns no calls for the same officer and day. */
  public static OfficerDay none(OfficerDay other) {
    return new OfficerDay(other.day(), other.officer(), 0, 0, 0);
  }

  private @Nullable String officerText() {
    return officer == null ? null : officer.toString();
  }
}
