package io.calllog.application.client.view;

import io.calllog.domain.client.CallInterval;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a client that is to be called again and again was. */
public enum CallCoverage {
  /** The last call was so many days ago, or fewer. */
  IN_TIME,
  /** The last call was more days ago. */
  LATE,
  /** There was no call. */
  NEVER_CALLED;

  /**
   * Returns the state of a client.
   *
   * @param lastCall the day of the last call; null without calls
   */
  public static CallCoverage of(
      CallInterval callEvery, @Nullable LocalDate lastCall, LocalDate today) {
    if (lastCall == null) {
      return NEVER_CALLED;
    }
    return callEvery.isOver(lastCall, today) ? LATE : IN_TIME;
  }
}
