package io.calllog.persistence.shared;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that reads the first rows of a list, of which only some regions may be visible.
 *
 * <p>Few regions are merged: the first rows of each are read in order from an index. Reading the
 * list would also read the rows of all other regions. Many regions usually have a good part of all
 * rows: the first rows of the list are read and filtered, and the regions are merged only if these
 * rows do not fill the page.
 *
 * @param table the name of the table, with an index in the order of the list, and one in this order
 *     for each region and for each owner
 * @param alias the alias of the table in conditions
 * @param region the column with the key of the region of a row
 * @param owner the column with the officer who owns a row
 * @param order the order of the list
 * @param limit the number of rows to read
 */
public record FirstRows(
    Parameters parameters,
    String table,
    String alias,
    String region,
    String owner,
    String order,
    int limit) {

  /**
   * Up to this number of regions are merged at once. Up to this number of keys, each is a query of
   * its own, whose cost does not depend on the values, so that PostgreSQL keeps the plan.
   */
  private static final int FEW = 4;

  /**
   * The number of rows of the list that are read before more regions are merged. A page of 50 is
   * full if at least one row in sixty is visible and matches the filter; a page of more than 300,
   * if one in ten does.
   */
  private static final int READ_AHEAD = 3_000;

  private static final int READ_AHEAD_PER_ROW = 10;

  /** For tables whose column {@code region_key} has the region. */
  public FirstRows(
      Parameters parameters, String table, String alias, String owner, String order, int limit) {
    this(parameters, table, alias, "region_key", owner, order, limit);
  }

  /** Whether rows are visible in many regions, but not in all. */
  public static boolean readsAhead(Reach reach) {
    return reach.regions() != null && !readsFew(reach);
  }

  /** Whether rows are visible in few regions, or only those of the owner. */
  public static boolean readsFew(Reach reach) {
    return reach.regions() != null && reach.regions().size() <= FEW;
  }

  /**
   * The rows that match both kinds of conditions and that are visible. Their order is not defined.
   *
   * @param range conditions that are a range in the order of the list
   * @param filter other conditions, except those on the region
   */
  public String visible(Reach reach, Conditions range, Conditions filter) {
    if (!readsAhead(reach)) {
      return merged(reach, range, filter);
    }
    String all = merged(reach, range, filter);
    return """
    WITH found AS MATERIALIZED (%1$s)
    SELECT * FROM found WHERE (SELECT count(*) FROM found) = %2$s
    UNION ALL
    SELECT * FROM (%3$s) merged WHERE (SELECT count(*) FROM found) < %2$s
    """
        .formatted(ahead(reach, range, filter), limit, all);
  }

  /**
   * Those of the first rows of the list that match and are visible. If they are fewer than the
   * limit, there may be more.
   */
  public String ahead(Reach reach, Conditions range, Conditions filter) {
    filter.visible(reach, column(region), column(owner));
    return "SELECT %1$s.* FROM (%2$s) %1$s WHERE %3$s %4$s"
        .formatted(
            alias,
            first(range.sql(), Math.max(READ_AHEAD, READ_AHEAD_PER_ROW * limit)),
            filter.sql(),
            orderAndLimit(limit));
  }

  /** As {@link #visible}: the first rows of each region, and those of the owner. */
  public String merged(Reach reach, Conditions range, Conditions filter) {
    String both = range.sql() + " AND " + filter.sql();
    List<Integer> regions = reach.regions();
    if (regions == null) {
      return first(both, limit);
    }
    Object[] keys = regions.toArray(Integer[]::new);
    if (reach.owner() == null) {
      return merged(region, keys, both);
    }
    Conditions owned =
        new Conditions(parameters)
            .and(column(owner) + " = ?", reach.owner().value())
            .inRegion(column(region), reach.wanted());
    if (regions.isEmpty()) {
      return first(both + " AND " + owned.sql(), limit);
    }
    owned.outsideRegions(column(region), regions);
    return "(%s) UNION ALL (%s)"
        .formatted(merged(region, keys, both), first(both + " AND " + owned.sql(), limit));
  }

  /** The first rows of each key, which is an integer or a UUID. */
  public String merged(String column, Object[] keys, String conditions) {
    if (keys.length > 0 && keys.length <= FEW) {
      return Stream.of(keys)
          .map(key -> column(column) + " = " + value(column, key) + " AND " + conditions)
          .map(each -> "(" + first(each, limit) + ")")
          .collect(Collectors.joining(" UNION ALL "));
    }
    String type = keys instanceof Integer[] ? "integer" : "uuid";
    String array = "cast(%s AS %s[])".formatted(parameters.bind(keys), type);
    String each = column(column) + " = merged.key AND " + conditions;
    return "SELECT %1$s.* FROM unnest(%2$s) AS merged (key) CROSS JOIN LATERAL (%3$s) %1$s %4$s"
        .formatted(alias, array, first(each, limit), orderAndLimit(limit));
  }

  /** Clients have from one call to half of all calls, so each has a plan of its own. */
  private String value(String column, Object key) {
    return column.equals("client_id") ? "'" + key + "'" : parameters.bind(key);
  }

  /** The first rows of a query for rows of the list. */
  public String firstOf(String rows) {
    return "SELECT * FROM (%s) %s %s".formatted(rows, alias, orderAndLimit(limit));
  }

  /** The first rows that match. */
  public String first(Conditions conditions) {
    return first(conditions.sql(), limit);
  }

  private String first(String conditions, int rows) {
    return "SELECT %1$s.* FROM %2$s %1$s WHERE %3$s %4$s"
        .formatted(alias, table, conditions, orderAndLimit(rows));
  }

  /** The number is a constant, because the best plan depends on it. */
  private String orderAndLimit(int rows) {
    return "ORDER BY " + order + " LIMIT " + rows;
  }

  private String column(String name) {
    return alias + "." + name;
  }
}
