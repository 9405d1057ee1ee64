package io.calllog.application.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next null on the last page
 * @param total null if not requested
 */
public record Slice<T, C extends Cursor>(List<T> items, @Nullable C next, @Nullable Total total) {

  public Slice {
    items = List.copyOf(items);
  }

  /** Returns an empty list, counted if requested. */
  public static <T, C extends Cursor> Slice<T, C> empty(Paging<C> paging) {
    return new Slice<>(List.of(), null, paging.counted() ? Total.of(0) : null);
  }

  /** The number of items of a list; above {@link #EXACT_UP_TO}, that number as a lower bound. */
  public record Total(long count, boolean lowerBound) {

    /** The number at which counting stops. */
    public static final long EXACT_UP_TO = 100_000;

    /** Returns the total for the items found by a count that stops at {@link #EXACT_UP_TO} + 1. */
    public static Total of(long found) {
      return found > EXACT_UP_TO ? new Total(EXACT_UP_TO, true) : new Total(found, false);
    }
  }
}
