package io.calllog.cache.analytics;

import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Sample keys. */
public final class Samples {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  static final OfficerId ANN = new OfficerId(new UUID(1, 1));
  static final OfficerId BEN = new OfficerId(new UUID(2, 2));
  static final RegionPath UK = new RegionPath("EMEA/UK");
  static final ReportFilter FILTER =
      new ReportFilter(new DayRange(DAY.minusDays(6), DAY.plusDays(1)), null, Set.of());
  static final ReportCache.Key ALL = seenBy(Visibility.EVERYTHING);

  private Samples() {}

  static ReportCache.Key seenBy(Visibility visibility) {
    return new ReportCache.Key(new VolumesQuestion(FILTER), visibility, 7, "text/csv");
  }

  /** A different key for each number. */
  public static ReportCache.Key key(int number) {
    var range = new DayRange(DAY, DAY.plusDays(number + 1L));
    return new ReportCache.Key(
        new VolumesQuestion(new ReportFilter(range, null, Set.of())),
        Visibility.EVERYTHING,
        7,
        "text/csv");
  }
}
