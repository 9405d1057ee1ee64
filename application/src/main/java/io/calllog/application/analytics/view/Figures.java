package io.calllog.application.analytics.view;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a set of calls.
 *
 * @param calls the number of calls
 * @param connected the number of calls in which officer and client spoke
 * @param totalSeconds the sum of their durations
 */
public record Figures(long calls, long connected, long totalSeconds) {

  /** The figures of no calls. */
  public static final Figures NONE = new Figures(0, 0, 0);

  /** The figures of both sets of calls. */
  public Figures plus(Figures others) {
    return new Figures(
        calls + others.calls, connected + others.connected, totalSeconds + others.totalSeconds);
  }

  /** The average duration in whole seconds, rounded; null without calls. */
  public @Nullable Long averageSeconds() {
    return calls == 0 ? null : (2 * totalSeconds + calls) / (2 * calls);
  }
}
