package io.calllog.domain.call;

import io.calllog.domain.shared.InvalidInput;

/** The duration of a call: 0 to 86,400 seconds (one day). */
public record CallDuration(int seconds) {

  /** The maximum duration in seconds. */
  public static final int MAX_SECONDS = 86_400;

  /** Throws {@link InvalidInput} if the duration is out of range. */
  public CallDuration {
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw new InvalidInput("durationSeconds", "out-of-range", "must be from 0 to 86,400");
    }
  }
}
