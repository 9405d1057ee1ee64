package io.calllog.persistence.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.persistence.client.ClientConditions.Today;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.FirstRows;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement that reads one page of clients, with their totals.
 *
 * @param sql with named parameters
 */
record ClientListStatement(String sql, Parameters parameters) {

  /**
   * Clients and their totals. Each client has a row in {@code client_totals}. An index has the
   * order of {@code last_called} and {@code client_id}, and another one has it for each {@code
   * region_of_totals}, which is the region of the client.
   */
  static final String WITH_TOTALS =
      """
      (SELECT c.*, t.calls, t.connected, t.last_call_at, t.client_id, t.region_key AS region_of_totals,
              coalesce(t.last_call_at, timestamptz '-infinity') AS last_called
       FROM clients c JOIN client_totals t ON t.client_id = c.id)\
      """;

  private static final String REGION_OF_TOTALS = "region_of_totals";

  /** The number of clients from which a search reads the list in order. Sorting takes 5 ms. */
  private static final int MANY = 5_000;

  /** The clients, with their totals if the filter has conditions on these. */
  static String tableFor(ClientFilter filter) {
    return filter.notCalledFor() == null && filter.coverage().isEmpty() ? "clients" : WITH_TOTALS;
  }

  /** The columns that a list is ordered by. Those of the last call are in {@link #WITH_TOTALS}. */
  static String orderBy(ClientOrder order) {
    return switch (order) {
      case NAME -> "c.sort_name, c.id";
      case EARLIEST_CALL_FIRST -> "c.last_called, c.client_id";
      case LATEST_CALL_FIRST -> "c.last_called DESC, c.client_id DESC";
    };
  }

  /** Builds the statement that reads clients by name. */
  static ClientListStatement byName(
      ClientFilter filter, Reach reach, Paging<ByName> paging, Today today) {
    var parameters = new Parameters();
    String table = tableFor(filter);
    boolean withTotals = table.equals(WITH_TOTALS);
    int limit = Pages.rowsFor(paging);
    String order = orderBy(ClientOrder.NAME);
    var rows = new FirstRows(parameters, table, "c", "owner_id", order, limit);
    Conditions range = ClientConditions.living(parameters).after(paging.after(), "c");
    Conditions filtered = ClientConditions.exceptRegion(parameters, filter, today);
    String clients;
    if (regionIsMostSelective(filter) && !withTotals) {
      clients = rows.visible(reach, range, filtered);
    } else { // the indexes by owner, text, phone, external id and last call are more selective
      filtered.visible(reach, "c.region_key", "c.owner_id");
      clients = "SELECT c.* FROM %s c WHERE ".formatted(table) + all(range, filtered);
      if (filter.owners().isEmpty()) {
        clients = found(clients, rows.firstOf(clients), parameters);
      }
    }
    String page = rows.firstOf(clients);
    return new ClientListStatement(withTotals ? page : withTotals(page), parameters);
  }

  /** Whether the filter has no owner, text, phone or external id. */
  private static boolean regionIsMostSelective(ClientFilter filter) {
    return filter.owners().isEmpty()
        && filter.text() == null
        && filter.phone() == null
        && filter.externalId() == null;
  }

  /**
   * Builds the statement that reads clients by their last call. If the region is most selective,
   * and the regions are few, each is read in order. Otherwise the first rows of the list are read.
   * If they do not fill the page, few clients match, and all that match are sorted. They are
   * materialized, because PostgreSQL would rather read the whole list in order.
   */
  static ClientListStatement byLastCall(
      ClientFilter filter,
      Reach reach,
      boolean latestFirst,
      Paging<ByLastCall> paging,
      Today today) {
    var parameters = new Parameters();
    String order =
        orderBy(latestFirst ? ClientOrder.LATEST_CALL_FIRST : ClientOrder.EARLIEST_CALL_FIRST);
    int limit = Pages.rowsFor(paging);
    var rows =
        new FirstRows(parameters, WITH_TOTALS, "c", REGION_OF_TOTALS, "owner_id", order, limit);
    Conditions range = ClientConditions.living(parameters);
    after(range, paging.after(), latestFirst ? "<" : ">");
    ClientConditions.notCalledFor(range, filter, today);
    Conditions filtered = ClientConditions.exceptRegion(parameters, filter, today);
    if (regionIsMostSelective(filter) && FirstRows.readsFew(reach)) {
      String clients = inRegionsOrOwned(rows, reach, range, filtered);
      return new ClientListStatement(rows.firstOf(clients), parameters);
    }
    String ahead = rows.ahead(reach, range, filtered);
    String page =
        """
        WITH ahead AS MATERIALIZED (%1$s),
        matching AS MATERIALIZED (SELECT c.* FROM %3$s c WHERE %4$s)
        SELECT * FROM ahead WHERE (SELECT count(*) FROM ahead) = %2$s
        UNION ALL
        SELECT * FROM (SELECT c.* FROM matching c ORDER BY %5$s LIMIT %2$s) sorted
        WHERE (SELECT count(*) FROM ahead) < %2$s
        """
            .formatted(ahead, limit, WITH_TOTALS, all(range, filtered), order);
    return new ClientListStatement(rows.firstOf(page), parameters);
  }

  /**
   * The first clients of each region, and all clients that the owner has elsewhere. No index has
   * the clients of an owner in order, so these are materialized as well.
   */
  private static String inRegionsOrOwned(
      FirstRows rows, Reach reach, Conditions range, Conditions filtered) {
    List<Integer> regions = Objects.requireNonNull(reach.regions());
    String inRegions =
        rows.merged(REGION_OF_TOTALS, regions.toArray(Integer[]::new), all(range, filtered));
    if (reach.owner() == null) {
      return inRegions;
    }
    Conditions owned =
        new Conditions(rows.parameters())
            .and("c.owner_id = ?", reach.owner().value())
            .inRegion("c.region_key", reach.wanted())
            .outsideRegions("c.region_key", regions);
    return """
    (%s) UNION ALL
    (WITH owned AS MATERIALIZED (SELECT c.* FROM %s c WHERE %s AND %s) SELECT * FROM owned)
    """
        .formatted(inRegions, WITH_TOTALS, all(range, filtered), owned.sql());
  }

  private static void after(Conditions range, @Nullable ByLastCall place, String comparison) {
    if (place != null) {
      String row = "(c.last_called, c.client_id) " + comparison;
      if (place.lastCallAt() == null) {
        range.and(row + " (timestamptz '-infinity', ?)", place.id());
      } else {
        range.and(row + " (?, ?)", Times.parameter(place.lastCallAt()), place.id());
      }
    }
  }

  private static String all(Conditions range, Conditions filtered) {
    return range.sql() + " AND " + filtered.sql();
  }

  private static String withTotals(String page) {
    return """
    SELECT c.*, t.calls, t.connected, t.last_call_at
    FROM (%s) c LEFT JOIN client_totals t ON t.client_id = c.id
    ORDER BY c.sort_name, c.id
    """
        .formatted(page);
  }

  /**
   * The clients that a text, a phone, an external id or their calls find. Few are sorted. If there
   * are many, the list is read in order until the page is full. PostgreSQL alone often reads the
   * list for few, because it assumes that they are spread over the list, but a name is in one place
   * of it.
   */
  private static String found(String clients, String firstClients, Parameters parameters) {
    return """
    WITH found AS MATERIALIZED (%1$s LIMIT %3$s)
    SELECT * FROM found WHERE (SELECT count(*) FROM found) < %3$s
    UNION ALL
    SELECT * FROM (%2$s) first WHERE (SELECT count(*) FROM found) = %3$s
    """
        .formatted(clients, firstClients, parameters.bind(MANY));
  }
}
