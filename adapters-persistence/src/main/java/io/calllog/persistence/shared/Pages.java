package io.calllog.persistence.shared;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of lists that are read one row further than asked for, to know whether there is more. */
public final class Pages {

  private Pages() {}

  /** How many rows to read for a page. */
  public static int rowsFor(Paging<?> paging) {
    return paging.limit() + 1;
  }

  /**
   * The page that these rows make.
   *
   * @param rows {@link #rowsFor} the page at most
   * @param place the place in the list of a row
   * @param total counts the whole list; asked only when wanted
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
   * Counts rows, no further than totals are exact.
   *
   * @param from what follows FROM: tables and conditions
   */
  public static Total count(JdbcClient database, String from, Parameters parameters) {
    String limit = parameters.bind(Total.EXACT_UP_TO + 1);
    long found =
        database
            .sql("SELECT count(*) FROM (SELECT 1 FROM " + from + " LIMIT " + limit + ") counted")
            .params(parameters.byName())
            .query(Long.class)
            .single();
    return Total.of(found);
  }
}
