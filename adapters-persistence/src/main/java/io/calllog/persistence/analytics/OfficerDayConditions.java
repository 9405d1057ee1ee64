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

  /** The same, with another first day. */
  static Conditions from(LocalDate day, Parameters parameters, ReportFilter filter, Reach reach) {
    return new Conditions(parameters)
        .and("d.day >= ? AND d.day < ?", day, filter.range().to())
        .visible(reach, "d.region_key", "d.officer_id")
        .in("d.officer_id", filter.officers().stream().map(OfficerId::value).toList());
  }
}
