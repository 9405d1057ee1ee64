package io.calllog.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit most items, 1 to {@link #MAX_LIMIT}
 * @param after where the page begins; at the start when null
 * @param counted whether the items of all pages are to be counted
 * @param <C> the kind of place the list's order has
 */
public record Paging<C extends Cursor>(int limit, @Nullable C after, boolean counted) {

  /** How many items a page has when the caller does not say. */
  public static final int DEFAULT_LIMIT = 50;

  /** The most items that a page may have. */
  public static final int MAX_LIMIT = 200;

  /** Trusts a limit that the edge has checked; a wrong one is a bug. */
  public Paging {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }

  /** The first page of the default size, not counted. */
  public static <C extends Cursor> Paging<C> first() {
    return new Paging<>(DEFAULT_LIMIT, null, false);
  }
}
