package io.calllog.persistence.shared;

import io.calllog.application.shared.Cursor.ByName;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold; none at all hold always. Belongs to one thread. */
public final class Conditions {

  private final Parameters parameters;
  private final List<String> terms = new ArrayList<>();

  /** None yet, of a statement with these parameters. */
  public Conditions(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Adds one.
   *
   * @param term SQL that is a constant of ours, each value in it a question mark
   * @param values as many as there are question marks
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

  /** Adds that a column holds one of these values, if there are any to choose from. */
  public Conditions in(String column, Collection<?> values) {
    return values.isEmpty() ? this : and(column + " IN (?)", values);
  }

  /** Adds that the region in a column lies at or below this one. */
  public Conditions within(String column, Region region) {
    if (region.isRoot()) {
      return this;
    }
    return and(subtree(column), subtreeValues(region));
  }

  /** Adds that the region in a column lies neither at nor below this one. */
  public Conditions outside(String column, Region region) {
    return region.isRoot()
        ? and("FALSE")
        : and("NOT (" + subtree(column) + ")", subtreeValues(region));
  }

  /**
   * Adds that the visibility covers the row.
   *
   * @param regionColumn where the thing belongs
   * @param ownerColumn whose it is
   */
  public Conditions visible(Visibility visibility, String regionColumn, String ownerColumn) {
    return switch (visibility) {
      case Everything _ -> this;
      case Territory(Region root) -> within(regionColumn, root);
      case Own(var officer) -> and(ownerColumn + " = ?", officer.value());
      case TerritoryAndOwn(Region root, var officer) -> {
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
   * Adds that the row comes after a place in the order of names.
   *
   * @param place anywhere when null
   * @param table the table's short name
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
   * In the order of bytes {@code 0} follows {@code /}: all that begins with the path and a slash.
   */
  private static Object[] subtreeValues(Region region) {
    return new Object[] {region.path(), region.path() + "/", region.path() + "0"};
  }
}
