package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import io.calllog.rest.shared.binding.WireName;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record SummaryParameters(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Region region,
    Set<OfficerId> officerId,
    @Nullable Comparison compare) {

  /** What a range can be compared with. */
  enum Comparison implements WireName {
    PREVIOUS;

    @Override
    public String wireName() {
      return "previous";
    }
  }

  Query toQuery(DayRange range, Freshness freshness) {
    return new Query(range, region, officerId, freshness);
  }
}
