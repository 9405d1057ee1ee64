package io.calllog.rest.shared;

import io.calllog.domain.shared.InvalidInput;

/**
 * The maximum number of changes on a page.
 *
 * @param value 1 to {@link #MAX}
 */
public record ChangesLimit(int value) {

  /** The largest limit that a request can ask for. */
  public static final int MAX = 1_000;

  /** Throws {@link InvalidInput} if the value is out of range. */
  public ChangesLimit {
    if (value < 1 || value > MAX) {
      throw new InvalidInput("limit", "out-of-range", "must be from 1 to " + MAX);
    }
  }
}
