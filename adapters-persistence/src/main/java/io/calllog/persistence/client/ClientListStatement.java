package io.calllog.persistence.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;

/**
 * Builds the statement that reads one page of clients by name. A page of a territory is merged from
 * the first rows of each of its regions, which are read in order from an index. Reading the list of
 * all clients would also read the clients of other territories. Not thread-safe.
 */
final class ClientListStatement {

  private final Parameters parameters = new Parameters();
  private final ClientFilter filter;
  private final Paging<ByName> paging;
  private final String sql;

  ClientListStatement(ClientFilter filter, Visibility visibility, Paging<ByName> paging) {
    this.filter = filter;
    this.paging = paging;
    this.sql =
        filter.owner() == null && filter.text() == null
            ? firstOf(byTerritory(visibility))
            : firstOf(unmerged(visibility)); // the indexes by owner and text are more selective
  }

  String sql() {
    return sql;
  }

  Parameters parameters() {
    return parameters;
  }

  private String byTerritory(Visibility visibility) {
    return switch (visibility) {
      case Everything _ -> territory(RegionPath.ROOT);
      case Territory(RegionPath root) -> territory(root);
      case Own _ -> unmerged(visibility);
      case TerritoryAndOwn(RegionPath root, _) when root.isRoot() -> territory(root);
      case TerritoryAndOwn(RegionPath root, OfficerId owner) ->
          "%s UNION ALL %s".formatted(territory(root), ownedOutside(root, owner));
    };
  }

  private String territory(RegionPath root) {
    RegionPath wanted = filter.region() == null ? RegionPath.ROOT : filter.region();
    if (root.isRoot() && wanted.isRoot()) {
      return unmerged(Visibility.EVERYTHING);
    }
    String regions =
        new Conditions(parameters).within("r.path", root).within("r.path", wanted).sql();
    String each = inOrder(page().and("c.region = r.path"));
    return "(SELECT c.* FROM (SELECT r.path FROM regions r WHERE %s) r CROSS JOIN LATERAL %s c)"
        .formatted(regions, each);
  }

  private String ownedOutside(RegionPath root, OfficerId owner) {
    Conditions conditions = page().and("c.owner_id = ?", owner.value()).outside("c.region", root);
    return inOrder(wanted(conditions));
  }

  private String unmerged(Visibility visibility) {
    return inOrder(wanted(page().visible(visibility, "c.region", "c.owner_id")));
  }

  private Conditions page() {
    return ClientConditions.exceptRegion(parameters, filter).after(paging.after(), "c");
  }

  private Conditions wanted(Conditions conditions) {
    return filter.region() == null ? conditions : conditions.within("c.region", filter.region());
  }

  private String inOrder(Conditions conditions) {
    return "(SELECT c.* FROM clients c WHERE %s %s)".formatted(conditions.sql(), orderAndLimit());
  }

  private String firstOf(String source) {
    return "SELECT * FROM (%s) c %s".formatted(source, orderAndLimit());
  }

  private String orderAndLimit() {
    return "ORDER BY c.sort_name, c.id LIMIT " + parameters.bind(Pages.rowsFor(paging));
  }
}
