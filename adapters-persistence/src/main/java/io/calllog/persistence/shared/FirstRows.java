package io.calllog.persistence.shared;

import java.util.List;

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
 * @param owner the column with the officer who owns a row
 * @param order the order of the list
 * @param limit the number of rows to read
 */
public record FirstRows(
    Parameters parameters, String table, String alias, String owner, String order, int limit) {

  /** Up to this number of regions are merged at once. */
  private static final int FEW_REGIONS = 4;

  /**
   * The number of rows of the list that are read before more regions are merged. A page of 50 is
   * full if at least one row in sixty is visible and matches the filter.
   */
  private static final int READ_AHEAD = 3_000;

  /**
   * The rows that match both kinds of conditions and that are visible. Their order is not defined.
   *
   * @param range conditions that are a range in the order of the list
   * @param filter other conditions, except those on the region
   */
  public String visible(Reach reach, Conditions range, Conditions filter) {
    String both = range.sql() + " AND " + filter.sql();
    List<Integer> regions = reach.regions();
    if (regions == null) {
      return first(both, limit);
    }
    if (reach.owner() == null) {
      return inRegions(regions, range, filter);
    }
    Conditions owned =
        new Conditions(parameters)
            .and(column(owner) + " = ?", reach.owner().value())
            .inRegion(column("region_key"), reach.wanted());
    if (regions.isEmpty()) {
      return first(both + " AND " + owned.sql(), limit);
    }
    owned.outsideRegions(column("region_key"), regions);
    return "(%s) UNION ALL (%s)"
        .formatted(inRegions(regions, range, filter), first(both + " AND " + owned.sql(), limit));
  }

  /**
   * The first rows of each key, merged.
   *
   * @param keys an array of the values of the column, as SQL
   */
  public String merged(String column, String keys, String conditions) {
    String each = column(column) + " = merged.key AND " + conditions;
    return "SELECT %1$s.* FROM unnest(%2$s) AS merged (key) CROSS JOIN LATERAL (%3$s) %1$s %4$s"
        .formatted(alias, keys, first(each, limit), orderAndLimit(limit));
  }

  /** The first rows of a query for rows of the list. */
  public String firstOf(String rows) {
    return "SELECT * FROM (%s) %s %s".formatted(rows, alias, orderAndLimit(limit));
  }

  private String inRegions(List<Integer> regions, Conditions range, Conditions filter) {
    String both = range.sql() + " AND " + filter.sql();
    String keys =
        "cast(%s AS integer[])".formatted(parameters.bind(regions.toArray(Integer[]::new)));
    String all = merged("region_key", keys, both);
    if (regions.size() <= FEW_REGIONS) {
      return all;
    }
    filter.inRegion(column("region_key"), regions);
    return """
    WITH found AS MATERIALIZED (SELECT %1$s.* FROM (%2$s) %1$s WHERE %3$s %4$s)
    SELECT * FROM found WHERE (SELECT count(*) FROM found) = %5$s
    UNION ALL
    SELECT * FROM (%6$s) merged WHERE (SELECT count(*) FROM found) < %5$s
    """
        .formatted(
            alias,
            first(range.sql(), READ_AHEAD),
            filter.sql(),
            orderAndLimit(limit),
            parameters.bind(limit),
            all);
  }

  private String first(String conditions, int rows) {
    return "SELECT %1$s.* FROM %2$s %1$s WHERE %3$s %4$s"
        .formatted(alias, table, conditions, orderAndLimit(rows));
  }

  private String orderAndLimit(int rows) {
    return "ORDER BY " + order + " LIMIT " + parameters.bind(rows);
  }

  private String column(String name) {
    return alias + "." + name;
  }
}
