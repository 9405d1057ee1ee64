package io.calllog.persistence.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.FirstRows;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;

/**
 * A statement that reads one page of clients by name.
 *
 * @param sql with named parameters
 */
record ClientListStatement(String sql, Parameters parameters) {

  /** The number of clients from which a search reads the list in order. Sorting takes 5 ms. */
  private static final int MANY = 5_000;

  /** Builds the statement. */
  static ClientListStatement of(ClientFilter filter, Reach reach, Paging<ByName> paging) {
    var parameters = new Parameters();
    int limit = Pages.rowsFor(paging);
    var rows = new FirstRows(parameters, "clients", "c", "owner_id", "c.sort_name, c.id", limit);
    Conditions range = ClientConditions.living(parameters).after(paging.after(), "c");
    Conditions filtered = ClientConditions.exceptRegion(parameters, filter);
    String clients;
    if (filter.owners().isEmpty() && filter.text() == null && filter.phone() == null) {
      clients = rows.visible(reach, range, filtered);
    } else { // the indexes by owner, text and phone are more selective
      filtered.visible(reach, "c.region_key", "c.owner_id");
      clients = "SELECT c.* FROM clients c WHERE " + range.sql() + " AND " + filtered.sql();
      if (filter.owners().isEmpty()) {
        clients = found(clients, rows.firstOf(clients), parameters);
      }
    }
    return new ClientListStatement(rows.firstOf(clients), parameters);
  }

  /**
   * The clients that a text or a phone finds. Few are sorted. If there are many, the list is read
   * in order until the page is full. PostgreSQL alone often reads the list for few, because it
   * assumes that they are spread over the list, but a name is in one place of it.
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
