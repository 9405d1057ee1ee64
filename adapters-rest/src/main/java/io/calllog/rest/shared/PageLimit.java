package io.calllog.rest.shared;

import io.calllog.application.shared.Paging;
import io.calllog.domain.shared.InvalidInput;

/**
 * How many items a page may have.
 *
 * @param value 1 to {@link #MAX}
 */
public record PageLimit(int value) {

  /** The most items that a page may have. */
  public static final int MAX = Paging.MAX_LIMIT;

  /** Refuses what is out of range with {@link InvalidInput}. */
  public PageLimit {
    if (value < 1 || value > MAX) {
      throw new InvalidInput("limit", "out-of-range", "must be from 1 to " + MAX);
    }
  }
}
