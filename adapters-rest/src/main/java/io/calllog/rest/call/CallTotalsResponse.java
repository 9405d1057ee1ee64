package io.calllog.rest.call;

import io.calllog.application.call.view.CallTotals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A history in four figures.
 *
 * @param calls how many calls
 * @param connected how many of them reached somebody
 * @param totalSeconds how long all of them took
 * @param lastCallAt when the latest one started
 */
public record CallTotalsResponse(
    long calls, long connected, long totalSeconds, @Nullable Instant lastCallAt) {

  /** The wire form of the view. */
  public static CallTotalsResponse from(CallTotals totals) {
    return new CallTotalsResponse(
        totals.calls(), totals.connected(), totals.totalSeconds(), totals.lastCallAt());
  }
}
