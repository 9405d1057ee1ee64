package io.calllog.persistence.audit;

import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.FirstRows;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.time.Instant;

/**
 * Builds the statements for one list of entries. An upper bound of the time keeps partitions of
 * future months out of the plan.
 */
final class AuditListStatement {

  private final AuditFilter filter;
  private final Visibility visibility;
  private final Reach reach;
  private final Instant end;

  /**
   * Creates the statements for a filter.
   *
   * @param latest no entry is later
   */
  AuditListStatement(
      AuditFilter filter, Visibility visibility, RegionTree regions, Instant latest) {
    this.filter = filter;
    this.visibility = visibility;
    this.reach = regions.reach(inTerritory(visibility), null);
    this.end = filter.to() == null || filter.to().isAfter(latest) ? latest : filter.to();
  }

  /** Reads the entries of a page, and one more to detect a next page. */
  String page(Paging<ByTime> paging, Parameters parameters) {
    var rows =
        new FirstRows(
            parameters,
            "audit_log",
            "a",
            "actor_id",
            "a.at DESC, a.id DESC",
            Pages.rowsFor(paging));
    Conditions range = range(parameters);
    ByTime after = paging.after();
    if (after != null) {
      // The comparison of rows alone does not prune partitions.
      range.and("a.at <= ?", Times.parameter(after.at()));
      range.and("(a.at, a.id) < (?, ?)", Times.parameter(after.at()), after.id());
    }
    return """
    SELECT entry.*, o.name AS officer_name, k.name AS key_name, (
      SELECT new_value FROM audit_personal
      WHERE entry_id = entry.id AND at = entry.at AND field = 'networkAddress') AS address
    FROM (%s) entry
    LEFT JOIN officers o ON o.id = entry.actor_id
    LEFT JOIN api_keys k ON k.id = entry.actor_id
    ORDER BY entry.at DESC, entry.id DESC
    """
        .formatted(rows.firstOf(rows.visible(reach, range, filtered(parameters))));
  }

  /** The FROM and WHERE clauses for all entries. */
  String all(Parameters parameters) {
    Conditions filtered = filtered(parameters).inRegion("a.region_key", reach.regions());
    return "audit_log a WHERE " + range(parameters).sql() + " AND " + filtered.sql();
  }

  /** A territory has no entries of its owner outside. Without a territory, any region may do. */
  private static Visibility inTerritory(Visibility visibility) {
    return visibility instanceof Part(Territory territory, _) && !territory.isEmpty()
        ? Visibility.of(territory)
        : Visibility.EVERYTHING;
  }

  private Conditions filtered(Parameters parameters) {
    Conditions conditions = visible(new Conditions(parameters));
    conditions.in("a.actor_id", filter.actors().stream().map(ActorId::value).toList());
    conditions.in("a.subject_type", filter.subjectTypes().stream().map(Enum::name).toList());
    if (filter.subject() != null) {
      conditions.and("a.subject_id = ?", filter.subject());
    }
    conditions.in("a.action", filter.actions().stream().map(Enum::name).toList());
    if (filter.outcome() != null) {
      conditions.and("a.outcome = ?", filter.outcome().name());
    }
    return conditions;
  }

  private Conditions visible(Conditions conditions) {
    return switch (visibility) {
      case Everything _ -> conditions;
      case Part(Territory territory, _) when !territory.isEmpty() ->
          conditions.and("a.region_key IS NOT NULL");
      case Part(_, var owner) when owner != null ->
          conditions.and("a.actor_id = ? OR a.subject_id = ?", owner.value(), owner.value());
      case Part _ -> conditions.and("FALSE");
    };
  }

  private Conditions range(Parameters parameters) {
    Conditions range = new Conditions(parameters).and("a.at < ?", Times.parameter(end));
    return filter.from() == null ? range : range.and("a.at >= ?", Times.parameter(filter.from()));
  }
}
