package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.time.LocalDate;

/** Conditions on a row of {@code officer_days}, named {@code d} in SQL. */
final class OfficerDayConditions {

  private OfficerDayConditions() {}

  /** All conditions of the filter and the reach. */
  static Conditions all(Parameters parameters, ReportFilter filter, Reach reach) {
    return from(filter.range().from(), parameters, filter, reach);
  }

  /** Conditions on an officer ({@code o}) who is included without calls. */
  static Conditions idle(Parameters parameters, ReportFilter filter, Reach reach) {
    return new Conditions(parameters)
        .and("o.deleted_at IS NULL")
        .visible(reach, "o.region_key", "o.id")
        .in("o.id", filter.officers().stream().map(OfficerId::value).toList());
  }

  /**
   * As {@link #all}, with another first day. The best plan depends on the number of days, so they
   * are constants in the text of the statement.
   */
  static Conditions from(LocalDate day, Parameters parameters, ReportFilter filter, Reach reach) {
    return new Conditions(parameters)
        .and("d.day >= %s AND d.day < %s".formatted(constant(day), constant(filter.range().to())))
        .visible(reach, "d.region_key", "d.officer_id")
        .in("d.officer_id", filter.officers().stream().map(OfficerId::value).toList());
  }

  private static String constant(LocalDate day) {
    return "DATE '1970-01-01' + " + day.toEpochDay();
  }
}
