package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.SummaryPart;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageLimit;
import io.calllog.rest.shared.SummaryParts;
import io.calllog.rest.shared.export.Csv;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of reports. */
sealed interface ReportParameters {

  @Nullable LocalDate from();

  @Nullable LocalDate to();

  @Nullable RegionPath region();

  Set<OfficerId> officerId();

  /** Whether CSV starts with a byte order mark. */
  @Nullable Boolean bom();

  /** The separator of CSV. */
  Csv.@Nullable Separator separator();

  /** How CSV is written: by default with commas, and without a byte order mark. */
  default Csv csv() {
    return Csv.of(bom(), separator());
  }

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
      Set<OfficerId> officerId,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ReportParameters {}

  record OfficerTimesParameters(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable RegionPath region,
      Set<OfficerId> officerId,
      @Nullable Boolean includeIdle,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ReportParameters {}

  /** Of a report about the current day. */
  record CoverageParameters(
      @Nullable RegionPath region,
      Set<OfficerId> officerId,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ReportParameters {

    @Override
    public @Nullable LocalDate from() {
      return null;
    }

    @Override
    public @Nullable LocalDate to() {
      return null;
    }

    @Override
    public int defaultDays() {
      return 1;
    }
  }

  record SummaryParameters(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable RegionPath region,
      Set<OfficerId> officerId,
      @Nullable Comparison compare,
      @Nullable SummaryParts include,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ReportParameters {

    /** The reports to include. */
    Set<SummaryPart> parts() {
      return include == null ? Set.of() : include.values();
    }

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
      @Nullable Boolean includeIdle,
      @Nullable PageLimit limit,
      @Nullable String cursor,
      @Nullable Boolean count,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ReportParameters {

    @Override
    public int defaultDays() {
      return OfficerDaysQuestion.DEFAULT_DAYS;
    }
  }
}
