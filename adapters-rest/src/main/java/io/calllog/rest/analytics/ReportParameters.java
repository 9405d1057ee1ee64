package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageLimit;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of reports. */
sealed interface ReportParameters {

  @Nullable LocalDate from();

  @Nullable LocalDate to();

  @Nullable RegionPath region();

  Set<OfficerId> officerId();

  /** The number of days if {@code from} is omitted. */
  default int defaultDays() {
    return ReportQuestion.DEFAULT_DAYS;
  }

  /**
   * The filter that these parameters describe.
   *
   * @param range the days, after the defaults are applied
   */
  default ReportFilter filter(DayRange range) {
    return new ReportFilter(range, region(), officerId());
  }

  record FilterParameters(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable RegionPath region,
      Set<OfficerId> officerId)
      implements ReportParameters {}

  record SummaryParameters(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable RegionPath region,
      Set<OfficerId> officerId,
      @Nullable Comparison compare)
      implements ReportParameters {

    enum Comparison {
      PREVIOUS;

      @Override
      public String toString() {
        return "previous";
      }
    }
  }

  record OfficerDaysParameters(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable RegionPath region,
      Set<OfficerId> officerId,
      @Nullable PageLimit limit,
      @Nullable String cursor,
      @Nullable Boolean count)
      implements ReportParameters {

    @Override
    public int defaultDays() {
      return OfficerDaysQuestion.DEFAULT_DAYS;
    }
  }
}
