package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import io.calllog.rest.shared.PageLimit;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record OfficerDaysParameters(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Region region,
    Set<OfficerId> officerId,
    @Nullable PageLimit limit,
    @Nullable String cursor,
    @Nullable Boolean count) {

  Query toQuery(DayRange range, Freshness freshness) {
    return new Query(range, region, officerId, freshness);
  }
}
