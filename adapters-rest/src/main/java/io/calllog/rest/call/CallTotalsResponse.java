package io.calllog.rest.call;

import io.calllog.application.call.view.CallTotals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a history of calls.
 *
 * @param connected the number of calls that reached somebody
 * @param talkSeconds the duration of these calls
 * @param lastCallAt the start of the latest call; null if there is none
 */
public record CallTotalsResponse(
    long calls, long connected, long totalSeconds, long talkSeconds, @Nullable Instant lastCallAt) {

  /** The JSON form of the view. */
  public static CallTotalsResponse from(CallTotals totals) {
    return new CallTotalsResponse(
        totals.calls(),
        totals.connected(),
        totals.totalSeconds(),
        totals.talkSeconds(),
        totals.lastCallAt());
  }
}
