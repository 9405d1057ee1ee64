package io.calllog.application.analytics.view;

import org.jspecify.annotations.Nullable;

/**
 * What a number of calls amounts to.
 *
 * @param calls how many they are
 * @param connected in how many of them the two spoke to each other
 * @param totalSeconds how long they took together
 */
public record Figures(long calls, long connected, long totalSeconds) {

  /** Those of no calls. */
  public static final Figures NONE = new Figures(0, 0, 0);

  /** Those of these calls and others. */
  public Figures plus(Figures others) {
    return new Figures(
        calls + others.calls, connected + others.connected, totalSeconds + others.totalSeconds);
  }

  /** How long a call took on average, to the nearest second; null without calls. */
  public @Nullable Long averageSeconds() {
    return calls == 0 ? null : (2 * totalSeconds + calls) / (2 * calls);
  }
}
