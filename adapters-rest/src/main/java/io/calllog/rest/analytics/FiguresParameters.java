package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record FiguresParameters(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Region region,
    Set<OfficerId> officerId) {

  Query toQuery(DayRange range, Freshness freshness) {
    return new Query(range, region, officerId, freshness);
  }
}
