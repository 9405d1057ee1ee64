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

  /** Builds the statement. */
  static ClientListStatement of(ClientFilter filter, Reach reach, Paging<ByName> paging) {
    var parameters = new Parameters();
    int limit = Pages.rowsFor(paging);
    var rows = new FirstRows(parameters, "clients", "c", "owner_id", "c.sort_name, c.id", limit);
    Conditions range = ClientConditions.living(parameters).after(paging.after(), "c");
    Conditions filtered = ClientConditions.exceptRegion(parameters, filter);
    String clients;
    if (filter.owner() == null && filter.text() == null) {
      clients = rows.visible(reach, range, filtered);
    } else { // the indexes by owner and text are more selective
      filtered.visible(reach, "c.region_key", "c.owner_id");
      clients = "SELECT c.* FROM clients c WHERE " + range.sql() + " AND " + filtered.sql();
    }
    return new ClientListStatement(rows.firstOf(clients), parameters);
  }
}
