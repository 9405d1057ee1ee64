package io.calllog.persistence.shared;

import java.util.List;

/**
 * The SQL that reads the first rows of a list, of which only some regions may be visible.
 *
 * <p>Reading the list would also read the rows of other regions. So regions are merged: the first
 * rows of each are read in order from an index. But few of these rows are on the page. So a cheap
 * query goes first, and all rows are merged only if it may have missed some:
 *
 * <ul>
 *   <li>Few regions: a small number of rows of each is merged. None is missed unless a region has
 *       all its rows on the page.
 *   <li>Many regions usually have a good part of all rows: the first rows of the list are filtered.
 *       None is missed if they fill the page.
 * </ul>
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

  /** The number of rows of the list that are filtered for many regions. */
  private static final int READ_AHEAD = 1_000;

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
    return merged(column, keys, conditions, limit);
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
    if (regions.size() > Reach.FEW) {
      filter.inRegion(column("region_key"), regions);
      String found =
          "SELECT %1$s.* FROM (%2$s) %1$s WHERE %3$s %4$s"
              .formatted(alias, first(range.sql(), READ_AHEAD), filter.sql(), orderAndLimit(limit));
      return either(found, "(SELECT count(*) FROM found) = " + parameters.bind(limit), all);
    }
    // Some times the rows that an average region has on the page
    int share = 6 + 3 * limit / Math.max(1, regions.size());
    String complete =
        "NOT EXISTS (SELECT FROM found GROUP BY region_key HAVING count(*) = %s)"
            .formatted(parameters.bind(share));
    return share < limit ? either(merged("region_key", keys, both, share), complete, all) : all;
  }

  /** The second query is executed only if the first one is not complete. */
  private static String either(String found, String complete, String all) {
    return """
    WITH found AS MATERIALIZED (%1$s)
    SELECT * FROM found WHERE %2$s
    UNION ALL
    SELECT * FROM (%3$s) merged WHERE NOT (%2$s)
    """
        .formatted(found, complete, all);
  }

  private String merged(String column, String keys, String conditions, int rowsOfEach) {
    String each = column(column) + " = merged.key AND " + conditions;
    return "SELECT %1$s.* FROM unnest(%2$s) AS merged (key) CROSS JOIN LATERAL (%3$s) %1$s %4$s"
        .formatted(alias, keys, first(each, rowsOfEach), orderAndLimit(limit));
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
