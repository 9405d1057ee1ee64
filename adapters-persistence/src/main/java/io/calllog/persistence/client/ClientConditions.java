package io.calllog.persistence.client;

import io.calllog.application.client.view.ClientFilter;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.TextSearch;
import java.time.LocalDate;

/** Conditions on a client, named {@code c} in SQL. */
final class ClientConditions {

  private ClientConditions() {}

  /** Deleted clients never match. The indexes have this condition. */
  static Conditions living(Parameters parameters) {
    return new Conditions(parameters).and("c.deleted_at IS NULL");
  }

  /**
   * The current day, on which some conditions depend.
   *
   * @param zone the zone that the day is in
   */
  record Today(LocalDate date, ReportingZone zone) {

    /**
     * The start of the day so many days ago. Day and zone are constants, because the best plan
     * depends on them.
     *
     * @param days a number or a column
     */
    private String startOfDayAgo(Object days) {
      return "start_of_day(DATE '1970-01-01' + %s - %s, '%s')"
          .formatted(date.toEpochDay(), days, zone);
    }
  }

  /** The conditions of the filter except the region, on {@link ClientListStatement#tableFor} it. */
  static Conditions exceptRegion(Parameters parameters, ClientFilter filter, Today today) {
    var conditions = new Conditions(parameters);
    conditions.in("c.status", filter.statuses().stream().map(Enum::name).toList());
    conditions.in("c.owner_id", filter.owners().stream().map(OfficerId::value).toList());
    if (filter.externalId() != null) {
      String id = filter.externalId().value();
      conditions.and(
          "c.external_id = ? OR c.id = ANY (ARRAY (SELECT m.merged_into FROM clients m"
              + " WHERE m.external_id = ? AND m.merged_into IS NOT NULL))",
          id,
          id);
    }
    if (filter.phone() != null) {
      conditions.and("c.numbers @> ARRAY [cast(? AS text)]", filter.phone().value());
    }
    if (filter.text() != null) {
      TextSearch.wordsOrPhone(conditions, "c", filter.text());
    }
    if (filter.unowned()) {
      conditions.and("c.owner_id IS NULL");
    }
    notCalledFor(conditions, filter, today);
    if (!filter.coverage().isEmpty()) {
      conditions
          .and("c.call_every IS NOT NULL")
          .in(coverage(today), filter.coverage().stream().map(Enum::name).toList());
    }
    return conditions;
  }

  /** As {@code CallCoverage.of}. */
  private static String coverage(Today today) {
    return """
    CASE WHEN c.last_call_at IS NULL THEN 'NEVER_CALLED'
         WHEN c.last_call_at < %s THEN 'LATE'
         ELSE 'IN_TIME' END\
    """
        .formatted(today.startOfDayAgo("c.call_every"));
  }

  /** Adds the part of the filter that is a range in the order of the last calls. */
  static void notCalledFor(Conditions conditions, ClientFilter filter, Today today) {
    if (filter.notCalledFor() != null) {
      conditions.and("c.last_called < " + today.startOfDayAgo(filter.notCalledFor().days()));
    }
  }
}
