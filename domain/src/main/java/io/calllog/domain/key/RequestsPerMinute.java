package io.calllog.domain.key;

import io.calllog.domain.shared.InvalidInput;

/** The limit of a key: 1 to 60,000 requests per minute. */
public record RequestsPerMinute(int value) {

  /** The limit of a key for which none was chosen. */
  public static final RequestsPerMinute DEFAULT = new RequestsPerMinute(1_200);

  /** The highest limit. */
  public static final int MAX = 60_000;

  /** Throws {@link InvalidInput} if the number is out of range. */
  public RequestsPerMinute {
    if (value < 1 || value > MAX) {
      throw new InvalidInput("requestsPerMinute", "out-of-range", "must be from 1 to 60,000");
    }
  }
}
