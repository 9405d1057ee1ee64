package io.calllog.domain.call;

import io.calllog.domain.shared.InvalidInput;

/**
 * How long a call took.
 *
 * @param seconds 0 to 86,400: a call lasts a day at most
 */
public record CallDuration(int seconds) {

  /** The longest call, in seconds. */
  public static final int MAX_SECONDS = 86_400;

  /** Refuses what is out of range with {@link InvalidInput}. */
  public CallDuration {
    if (seconds < 0 || seconds > MAX_SECONDS) {
      throw new InvalidInput("durationSeconds", "out-of-range", "must be from 0 to 86,400");
    }
  }
}
