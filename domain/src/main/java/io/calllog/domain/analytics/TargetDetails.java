package io.calllog.domain.analytics;

import io.calllog.domain.shared.InvalidInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is aimed at on each {@linkplain DayRange#workingDays() working day}. The names of the
 * components are the names of the fields in the API and in the audit trail.
 *
 * @param talkSecondsPerDay the duration of connected calls
 * @param from the first day of the target
 */
public record TargetDetails(
    @Nullable PerDay callsPerDay,
    @Nullable PerDay connectedPerDay,
    @Nullable PerDay talkSecondsPerDay,
    LocalDate from) {

  /** Throws {@link InvalidInput} if nothing is aimed at, or the day is out of bounds. */
  public TargetDetails {
    if (callsPerDay == null && connectedPerDay == null && talkSecondsPerDay == null) {
      throw new InvalidInput(
          "callsPerDay",
          "required",
          "must be there unless 'connectedPerDay' or 'talkSecondsPerDay' is");
    }
    if (from.isBefore(DayRange.EARLIEST) || !from.isBefore(DayRange.LATEST)) {
      throw new InvalidInput(
          "from",
          "out-of-range",
          "must be from " + DayRange.EARLIEST + " to " + DayRange.LATEST.minusDays(1));
    }
  }
}
