package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import java.time.LocalDate;

/** Conditions on a row of {@code officer_days}, named {@code d} in SQL. */
final class OfficerDayConditions {

  private OfficerDayConditions() {}

  /** All conditions of the filter and the visibility. */
  static Conditions all(Parameters parameters, ReportFilter filter, Visibility visibility) {
    return from(filter.range().from(), parameters, filter, visibility);
  }

  /** The same, with another first day. */
  static Conditions from(
      LocalDate day, Parameters parameters, ReportFilter filter, Visibility visibility) {
    var conditions =
        new Conditions(parameters)
            .and("d.day >= ? AND d.day < ?", day, filter.range().to())
            .visible(visibility, "d.region", "d.officer_id")
            .in("d.officer_id", filter.officers().stream().map(OfficerId::value).toList());
    return filter.region() == null ? conditions : conditions.within("d.region", filter.region());
  }
}
