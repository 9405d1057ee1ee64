package io.calllog.application.shared;

import io.calllog.domain.shared.InvalidInput;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The receiver of all items of a list, in the order of the list.
 *
 * @param maximum the number of items that the receiver can take
 * @param items receives each item; an exception ends the export
 */
public record Export<T>(long maximum, Consumer<T> items) {

  /** An export of any number of items. */
  public static <T> Export<T> unlimited(Consumer<T> items) {
    return new Export<>(Long.MAX_VALUE, items);
  }

  /** Returns whether the items must be counted before the first one is passed on. */
  public boolean isLimited() {
    return maximum < Long.MAX_VALUE;
  }

  /**
   * Refuses a list that is too long, before its first item.
   *
   * @throws InvalidInput {@code too-many-rows}
   */
  public void requireAtMostMaximum(long found) {
    if (found > maximum) {
      throw new InvalidInput(
          "Accept",
          "too-many-rows",
          String.format(
              Locale.ROOT,
              "a sheet can have at most %,d rows; narrow the filter or ask for text/csv",
              maximum));
    }
  }
}
