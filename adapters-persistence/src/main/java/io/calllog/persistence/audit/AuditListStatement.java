package io.calllog.persistence.audit;

import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.Region;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;

/**
 * The statement for one page of the trail. A territory is resolved to its regions, and the first
 * lines of each are merged: in a territory where little happens, walking the trail by time would
 * read all that happens elsewhere.
 */
final class AuditListStatement {

  private static final String SELECT =
      """
      SELECT entry.*, (
        SELECT new_value FROM audit_personal
        WHERE entry_id = entry.id AND field = 'networkAddress') AS address
      FROM (%s) entry ORDER BY entry.at DESC, entry.id DESC
      """;

  private static final String LATEST =
      "SELECT a.* FROM audit_log a WHERE %s ORDER BY a.at DESC, a.id DESC LIMIT %s";

  private final AuditFilter filter;
  private final Visibility visibility;

  AuditListStatement(AuditFilter filter, Visibility visibility) {
    this.filter = filter;
    this.visibility = visibility;
  }

  /** The entries of a page, one more than asked for. */
  String page(Paging<ByTime> paging, Parameters parameters) {
    String limit = parameters.bind(Pages.rowsFor(paging));
    Conditions conditions = filtered(parameters);
    ByTime after = paging.after();
    if (after != null) {
      conditions.and("(a.at, a.id) < (?, ?)", Times.parameter(after.at()), after.id());
    }
    if (!(visibility instanceof Territory(Region root))) {
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

  /** Where all entries are, and on which conditions. */
  String all(Parameters parameters) {
    return "audit_log a WHERE " + visible(filtered(parameters)).sql();
  }

  private Conditions visible(Conditions conditions) {
    return switch (visibility) {
      case Everything _ -> conditions;
      case Territory(Region root) ->
          conditions.and("a.region IS NOT NULL").within("a.region", root);
      case Own(var officer) ->
          conditions.and("a.actor_id = ? OR a.subject_id = ?", officer.value(), officer.value());
      case TerritoryAndOwn _ ->
          throw new IllegalArgumentException("Nobody sees the audit trail by " + visibility);
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
    if (filter.to() != null) {
      conditions.and("a.at < ?", Times.parameter(filter.to()));
    }
    return conditions;
  }
}
