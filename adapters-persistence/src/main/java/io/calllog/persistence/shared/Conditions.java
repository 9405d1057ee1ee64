package io.calllog.persistence.shared;

import io.calllog.application.shared.Cursor.ByName;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.RegionPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL conditions that are combined with AND. Without conditions, every row matches. Not
 * thread-safe.
 */
public final class Conditions {

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

  /** Requires that the region in the column is at or below the given region. */
  public Conditions within(String column, RegionPath region) {
    if (region.isRoot()) {
      return this;
    }
    return and(subtree(column), subtreeValues(region));
  }

  /** Requires that the region in the column is neither at nor below the given region. */
  public Conditions outside(String column, RegionPath region) {
    return region.isRoot()
        ? and("FALSE")
        : and("NOT (" + subtree(column) + ")", subtreeValues(region));
  }

  /**
   * Requires that the row is visible.
   *
   * @param regionColumn the column with the region of the row
   * @param ownerColumn the column with the officer who owns the row
   */
  public Conditions visible(Visibility visibility, String regionColumn, String ownerColumn) {
    return switch (visibility) {
      case Everything _ -> this;
      case Territory(RegionPath root) -> within(regionColumn, root);
      case Own(var officer) -> and(ownerColumn + " = ?", officer.value());
      case TerritoryAndOwn(RegionPath root, var officer) -> {
        if (root.isRoot()) {
          yield this;
        }
        Object[] subtree = subtreeValues(root);
        yield and(
            subtree(regionColumn) + " OR " + ownerColumn + " = ?",
            subtree[0],
            subtree[1],
            subtree[2],
            officer.value());
      }
    };
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

  private static String subtree(String column) {
    return "%1$s = ? OR (%1$s >= ? AND %1$s < ?)".formatted(column);
  }

  /**
   * In byte order {@code 0} follows {@code /}, so the range has all paths that start with "path/".
   */
  private static Object[] subtreeValues(RegionPath region) {
    return new Object[] {region.path(), region.path() + "/", region.path() + "0"};
  }
}
