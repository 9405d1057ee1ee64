package io.calllog.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * The page of a list to return.
 *
 * @param limit the maximum number of items, 1 to {@link #MAX_LIMIT}
 * @param after null for the first page
 * @param counted whether to count the items of all pages
 */
public record Paging<C extends Cursor>(int limit, @Nullable C after, boolean counted) {

  /** The default size of a page. */
  public static final int DEFAULT_LIMIT = 50;

  /** The maximum size of a page. */
  public static final int MAX_LIMIT = 200;

  /** Throws {@link IllegalArgumentException} if the limit is out of range. */
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
