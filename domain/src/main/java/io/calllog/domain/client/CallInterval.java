package io.calllog.domain.client;

import io.calllog.domain.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * A number of days between calls, 1 to 3,650.
 *
 * @param value whose only unit are days
 */
public record CallInterval(Period value) {

  /** The maximum number of days. */
  public static final int MAX_DAYS = 3_650;

  /** Throws {@link InvalidInput} if there are months or years, or if the days are out of range. */
  public CallInterval {
    if (value.getYears() != 0 || value.getMonths() != 0) {
      throw malformed();
    }
    if (value.getDays() < 1 || value.getDays() > MAX_DAYS) {
      throw new InvalidInput("interval", "out-of-range", "must be from 1 to 3,650 days");
    }
  }

  /** Returns the interval of so many days. */
  public static CallInterval ofDays(int days) {
    return new CallInterval(Period.ofDays(days));
  }

  /** Reads a duration of ISO 8601 in days or weeks, such as {@code P14D} or {@code P2W}. */
  public static CallInterval parse(String text) {
    try {
      return new CallInterval(Period.parse(text));
    } catch (DateTimeException _) {
      throw malformed();
    }
  }

  /** Returns the number of days. */
  public int days() {
    return (int) value.get(ChronoUnit.DAYS);
  }

  /**
   * Returns whether it is over: whether today is more than so many days after the last call.
   *
   * @param lastCall the day of the last call
   */
  public boolean isOver(LocalDate lastCall, LocalDate today) {
    return lastCall.isBefore(today.minus(value));
  }

  private static InvalidInput malformed() {
    return new InvalidInput(
        "interval", "malformed", "must be a number of days or weeks, such as P14D or P2W");
  }
}
