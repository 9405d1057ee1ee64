package io.calllog.application.analytics.view;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a set of calls.
 *
 * @param connected the number of calls in which the officer and the client spoke to each other
 * @param totalSeconds the duration of all calls
 * @param talkSeconds the duration of connected calls
 */
public record Figures(long calls, long connected, long totalSeconds, long talkSeconds) {

  /** The figures of no calls. */
  public static final Figures NONE = new Figures(0, 0, 0, 0);

  /** Returns the sum of both figures. */
  public Figures plus(Figures others) {
    return new Figures(
        calls + others.calls,
        connected + others.connected,
        totalSeconds + others.totalSeconds,
        talkSeconds + others.talkSeconds);
  }

  /**
   * Returns the average talk time of a connected call in whole seconds, rounded; null if there is
   * no such call.
   */
  public @Nullable Long averageSeconds() {
    return connected == 0 ? null : (2 * talkSeconds + connected) / (2 * connected);
  }
}
