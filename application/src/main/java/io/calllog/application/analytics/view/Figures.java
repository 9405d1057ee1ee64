package io.calllog.application.analytics.view;

import org.jspecify.annotations.Nullable;

/** The figures of a set of calls; in {@code connected} ones officer and client spoke. */
public record Figures(long calls, long connected, long totalSeconds) {

  /** The figures of no calls. */
  public static final Figures NONE = new Figures(0, 0, 0);

  /** Returns the sum of both figures. */
  public Figures plus(Figures others) {
    return new Figures(
        calls + others.calls, connected + others.connected, totalSeconds + others.totalSeconds);
  }

  /** Returns the average duration in whole seconds, rounded; null if there are no calls. */
  public @Nullable Long averageSeconds() {
    return calls == 0 ? null : (2 * totalSeconds + calls) / (2 * calls);
  }
}
