package io.calllog.application.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next where the next page begins; null on the last page
 * @param total how many items all pages have; null when nobody asked
 * @param <T> the kind of item
 * @param <C> the kind of place the list's order has
 */
public record Slice<T, C extends Cursor>(List<T> items, @Nullable C next, @Nullable Total total) {

  /** Copies the items. */
  public Slice {
    items = List.copyOf(items);
  }

  /** A list without any items, counted if that was asked for. */
  public static <T, C extends Cursor> Slice<T, C> empty(Paging<C> paging) {
    return new Slice<>(List.of(), null, paging.counted() ? Total.of(0) : null);
  }

  /**
   * How many items a list has.
   *
   * @param count exact up to {@link #EXACT_UP_TO}, else that number
   * @param lowerBound whether there are more than {@code count}
   */
  public record Total(long count, boolean lowerBound) {

    /** As far as items are counted one by one. */
    public static final long EXACT_UP_TO = 100_000;

    /** The total for a number of items found when counting stops at one more than the limit. */
    public static Total of(long found) {
      return found > EXACT_UP_TO ? new Total(EXACT_UP_TO, true) : new Total(found, false);
    }
  }
}
