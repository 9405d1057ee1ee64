package io.calllog.persistence.analytics;

import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import java.time.LocalDate;

/** What a row of {@code officer_days} ({@code d}) must be to count. */
final class OfficerDayConditions {

  private OfficerDayConditions() {}

  /** All that the filter and the visibility say. */
  static Conditions all(Parameters parameters, FiguresFilter filter, Visibility visibility) {
    return from(filter.range().from(), parameters, filter, visibility);
  }

  /** All that the filter and the visibility say, but for a range that begins on another day. */
  static Conditions from(
      LocalDate day, Parameters parameters, FiguresFilter filter, Visibility visibility) {
    var conditions =
        new Conditions(parameters)
            .and("d.day >= ? AND d.day < ?", day, filter.range().to())
            .visible(visibility, "d.region", "d.officer_id")
            .in("d.officer_id", filter.officers().stream().map(OfficerId::value).toList());
    return filter.region() == null ? conditions : conditions.within("d.region", filter.region());
  }
}
