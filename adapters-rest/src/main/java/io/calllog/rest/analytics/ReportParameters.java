package io.calllog.rest.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.SummaryPart;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageParameters;
import io.calllog.rest.shared.SummaryParts;
import io.calllog.rest.shared.export.CsvParameters;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of reports. */
sealed interface ReportParameters {

  @Nullable LocalDate from();

  @Nullable LocalDate to();

  @Nullable RegionPath region();

  Set<OfficerId> officerId();

  CsvParameters csv();

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
      @JsonUnwrapped CsvParameters csv)
      implements ReportParameters {}

  record OfficerTimesParameters(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable RegionPath region,
      Set<OfficerId> officerId,
      @Nullable Boolean includeIdle,
      @JsonUnwrapped CsvParameters csv)
      implements ReportParameters {}

  /** Of a report about the current day. */
  record CoverageParameters(
      @Nullable RegionPath region, Set<OfficerId> officerId, @JsonUnwrapped CsvParameters csv)
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
      @JsonUnwrapped CsvParameters csv)
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
      @JsonUnwrapped PageParameters page,
      @JsonUnwrapped CsvParameters csv)
      implements ReportParameters {

    @Override
    public int defaultDays() {
      return OfficerDaysQuestion.DEFAULT_DAYS;
    }
  }
}
