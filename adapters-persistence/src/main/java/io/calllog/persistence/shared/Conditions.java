package io.calllog.persistence.shared;

import io.calllog.application.shared.Cursor.ByName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SQL conditions that are combined with AND. Without conditions, every row matches. Not
 * thread-safe.
 */
public final class Conditions {

  /** PostgreSQL estimates each key of ANY in each partition, so many keys are a hash table. */
  static final int FEW_KEYS = 50;

  private final Parameters parameters;
  private final List<String> terms = new ArrayList<>();

  /** Creates an empty set of conditions for the statement that has these parameters. */
  public Conditions(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Adds a condition.
   *
   * @param term constant SQL with a question mark for each value
   * @param values one for each question mark
   */
  public Conditions and(String term, Object... values) {
    StringBuilder sql = new StringBuilder(term);
    int place = 0;
    for (Object value : values) {
      place = sql.indexOf("?", place);
      sql.replace(place, place + 1, parameters.bind(value));
    }
    terms.add("(" + sql + ")");
    return this;
  }

  /** Requires that the column has one of the values, unless there are none. */
  public Conditions in(String column, Collection<?> values) {
    return values.isEmpty() ? this : and(column + " IN (?)", values);
  }

  /** Requires that the region in the column has one of the keys; null for any. */
  public Conditions inRegion(String column, @Nullable List<Integer> keys) {
    return keys == null ? this : and(isOneOf(column, keys), value(keys));
  }

  /** Requires that the region in the column has none of the keys. */
  public Conditions outsideRegions(String column, List<Integer> keys) {
    return and("NOT " + isOneOf(column, keys), value(keys));
  }

  /**
   * Requires that the row is visible and in a wanted region.
   *
   * @param regionColumn the column with the key of the region of the row
   * @param ownerColumn the column with the officer who owns the row
   */
  public Conditions visible(Reach reach, String regionColumn, String ownerColumn) {
    List<Integer> regions = reach.regions();
    if (regions == null || reach.owner() == null) {
      return inRegion(regionColumn, regions);
    }
    UUID owner = reach.owner().value();
    if (regions.isEmpty()) {
      and(ownerColumn + " = ?", owner);
    } else {
      and(isOneOf(regionColumn, regions) + " OR " + ownerColumn + " = ?", value(regions), owner);
    }
    return inRegion(regionColumn, reach.wanted());
  }

  /**
   * Requires that the row follows a place in the order by name.
   *
   * @param place the end of the previous page, or null for the first page
   * @param table the alias of the table
   */
  public Conditions after(@Nullable ByName place, String table) {
    return place == null
        ? this
        : and("(%1$s.sort_name, %1$s.id) > (?, ?)".formatted(table), place.sortName(), place.id());
  }

  /** The conditions as SQL. */
  public String sql() {
    return terms.isEmpty() ? "TRUE" : String.join(" AND ", terms);
  }

  /** A kept plan expects ten keys of an array, so a single key is compared with {@code =}. */
  private static String isOneOf(String column, List<Integer> keys) {
    if (keys.size() == 1) {
      return "(%s = ?)".formatted(column);
    }
    String condition =
        keys.size() <= FEW_KEYS
            ? "(%s = ANY (cast(? AS integer[])))"
            : "((%s IN (SELECT unnest(cast(? AS integer[])))) IS TRUE)";
    return condition.formatted(column);
  }

  private static Object value(List<Integer> keys) {
    return keys.size() == 1 ? keys.getFirst() : keys.toArray(Integer[]::new);
  }
}
