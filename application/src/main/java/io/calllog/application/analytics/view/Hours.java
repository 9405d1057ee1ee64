package io.calllog.application.analytics.view;

import java.time.DayOfWeek;
import java.util.List;

/** The calls by the hour and the weekday on which they started: all 168 of them, in order. */
public record Hours(Span span, List<Hour> hours) {

  /** The number of hours in a week. */
  private static final int HOURS = 7 * 24;

  public Hours {
    if (hours.size() != HOURS) {
      throw new IllegalArgumentException("A week has " + HOURS + " hours");
    }
    hours = List.copyOf(hours);
  }

  /**
   * The calls that started in one hour of a weekday, on all such days of the range.
   *
   * @param weekday of the day that the calls are counted for
   * @param hour from 0 to 23, as clocks in the reporting time zone show it. An hour that clocks
   *     show twice is one hour
   * @param talkSeconds the duration of connected calls
   */
  public record Hour(DayOfWeek weekday, int hour, long calls, long connected, long talkSeconds) {}
}
