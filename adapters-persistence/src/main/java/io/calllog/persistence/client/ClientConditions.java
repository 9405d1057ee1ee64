package io.calllog.persistence.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.TextSearch;

/** Conditions on a client, named {@code c} in SQL. */
final class ClientConditions {

  private ClientConditions() {}

  /** Deleted clients never match. The indexes have this condition. */
  static Conditions living(Parameters parameters) {
    return new Conditions(parameters).and("c.deleted_at IS NULL");
  }

  /** The conditions of the filter except the region. */
  static Conditions exceptRegion(Parameters parameters, ClientFilter filter) {
    var conditions = new Conditions(parameters);
    conditions.in("c.status", filter.statuses().stream().map(Enum::name).toList());
    conditions.in("c.owner_id", filter.owners().stream().map(OfficerId::value).toList());
    if (filter.externalId() != null) {
      conditions.and("c.external_id = ?", filter.externalId().value());
    }
    if (filter.phone() != null) {
      conditions.and("c.numbers @> ARRAY [cast(? AS text)]", filter.phone().value());
    }
    if (filter.text() != null) {
      TextSearch.wordsOrPhone(conditions, "c", filter.text());
    }
    return conditions;
  }
}
