package io.calllog.persistence.shared;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds pages of lists. Queries read one row more than the page has, to detect a next page. */
public final class Pages {

  private Pages() {}

  /** The number of rows to read for a page. */
  public static int rowsFor(Paging<?> paging) {
    return paging.limit() + 1;
  }

  /**
   * Builds a page.
   *
   * @param rows at most {@link #rowsFor} the page
   * @param item maps a row to an item
   * @param place returns the cursor that points to a row
   * @param total counts the whole list; called only if the caller asked for the total
   */
  public static <R, T, C extends Cursor> Slice<T, C> of(
      List<R> rows,
      Paging<C> paging,
      Function<R, T> item,
      Function<R, C> place,
      Supplier<Total> total) {
    boolean more = rows.size() > paging.limit();
    List<R> page = more ? rows.subList(0, paging.limit()) : rows;
    return new Slice<>(
        page.stream().map(item).toList(),
        more ? place.apply(page.getLast()) : null,
        paging.counted() ? total.get() : null);
  }

  /**
   * Counts rows, up to the limit of exact totals.
   *
   * @param from the FROM and WHERE clauses, without the keyword FROM
   */
  public static Total count(JdbcClient database, String from, Parameters parameters) {
    return Total.of(countUpTo(database, from, parameters, Total.EXACT_UP_TO + 1));
  }

  /**
   * Counts rows, up to a limit. The limit is a constant, because the best plan depends on it:
   * PostgreSQL expects a tenth of the rows from a limit that it does not know.
   */
  static long countUpTo(JdbcClient database, String from, Parameters parameters, long limit) {
    return database
        .sql("SELECT count(*) FROM (SELECT 1 FROM %s LIMIT %s) counted".formatted(from, limit))
        .params(parameters.byName())
        .query(Long.class)
        .single();
  }
}
