package io.calllog.persistence.audit;

import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;
import java.time.Instant;

/**
 * Builds the statements for one list of entries. A page of a territory is merged from the first
 * entries of each of its regions. Reading the trail by time would also read the entries of other
 * territories. An upper bound of the time keeps partitions of future months out of the plan.
 */
final class AuditListStatement {

  private static final String SELECT =
      """
      SELECT entry.*, (
        SELECT new_value FROM audit_personal
        WHERE entry_id = entry.id AND at = entry.at AND field = 'networkAddress') AS address
      FROM (%s) entry ORDER BY entry.at DESC, entry.id DESC
      """;

  private static final String LATEST =
      "SELECT a.* FROM audit_log a WHERE %s ORDER BY a.at DESC, a.id DESC LIMIT %s";

  private final AuditFilter filter;
  private final Visibility visibility;
  private final Instant end;

  /**
   * Creates the statements for a filter.
   *
   * @param latest no entry is later
   */
  AuditListStatement(AuditFilter filter, Visibility visibility, Instant latest) {
    this.filter = filter;
    this.visibility = visibility;
    this.end = filter.to() == null || filter.to().isAfter(latest) ? latest : filter.to();
  }

  /** Reads the entries of a page, and one more to detect a next page. */
  String page(Paging<ByTime> paging, Parameters parameters) {
    String limit = parameters.bind(Pages.rowsFor(paging));
    Conditions conditions = filtered(parameters);
    ByTime after = paging.after();
    if (after != null) {
      // The comparison of rows alone does not prune partitions.
      conditions.and("a.at <= ?", Times.parameter(after.at()));
      conditions.and("(a.at, a.id) < (?, ?)", Times.parameter(after.at()), after.id());
    }
    if (!(visibility instanceof Territory(RegionPath root))) {
      return SELECT.formatted(LATEST.formatted(visible(conditions).sql(), limit));
    }
    String each = LATEST.formatted(conditions.and("a.region = region.path").sql(), limit);
    String regions = new Conditions(parameters).within("path", root).sql();
    return SELECT.formatted(
        "SELECT a.* FROM (SELECT path FROM regions WHERE %s) region CROSS JOIN LATERAL (%s) a"
                .formatted(regions, each)
            + " ORDER BY a.at DESC, a.id DESC LIMIT "
            + limit);
  }

  /** The FROM and WHERE clauses for all entries. */
  String all(Parameters parameters) {
    return "audit_log a WHERE " + visible(filtered(parameters)).sql();
  }

  private Conditions visible(Conditions conditions) {
    return switch (visibility) {
      case Everything _ -> conditions;
      case Territory(RegionPath root) ->
          conditions.and("a.region IS NOT NULL").within("a.region", root);
      case Own(var officer) ->
          conditions.and("a.actor_id = ? OR a.subject_id = ?", officer.value(), officer.value());
      case TerritoryAndOwn _ ->
          throw new IllegalArgumentException("The audit trail cannot be read with " + visibility);
    };
  }

  private Conditions filtered(Parameters parameters) {
    var conditions = new Conditions(parameters);
    if (filter.actor() != null) {
      conditions.and("a.actor_id = ?", filter.actor().value());
    }
    if (filter.subjectType() != null) {
      conditions.and("a.subject_type = ?", filter.subjectType().name());
    }
    if (filter.subject() != null) {
      conditions.and("a.subject_id = ?", filter.subject());
    }
    if (filter.action() != null) {
      conditions.and("a.action = ?", filter.action().name());
    }
    if (filter.outcome() != null) {
      conditions.and("a.outcome = ?", filter.outcome().name());
    }
    if (filter.from() != null) {
      conditions.and("a.at >= ?", Times.parameter(filter.from()));
    }
    return conditions.and("a.at < ?", Times.parameter(end));
  }
}
