package io.calllog.rest.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Summary.Included;
import io.calllog.application.analytics.view.Summary.Totals;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import io.calllog.rest.analytics.HoursResponse.HourResponse;
import io.calllog.rest.analytics.OfficerTimesResponse.OfficerTimeResponse;
import io.calllog.rest.analytics.VolumesResponse.DayVolumeResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

record SummaryResponse(
    String timeZone,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    NumberResponse calls,
    NumberResponse connected,
    RateResponse connectRate,
    NumberResponse totalSeconds,
    NumberResponse talkSeconds,
    NumberResponse averageSeconds,
    NumberResponse activeOfficers,
    LinksResponse links,
    @JsonInclude(Include.NON_NULL) @Nullable TargetProgressResponse target,
    @JsonInclude(Include.NON_NULL) @Nullable List<DayVolumeResponse> daily,
    @JsonInclude(Include.NON_NULL) @Nullable List<OfficerTimeResponse> officers,
    @JsonInclude(Include.NON_NULL) @Nullable List<Map<String, Object>> outcomes,
    @JsonInclude(Include.NON_NULL) @Nullable List<HourResponse> hours)
    implements CsvRows {

  /** A figure of both ranges and its change; null if it cannot be computed. */
  record NumberResponse(@Nullable Long value, @Nullable Long previous, @Nullable Long change) {

    static NumberResponse from(Summary summary, Function<Totals, @Nullable Long> figure) {
      Long value = figure.apply(summary.current());
      Long previous = summary.previous() == null ? null : figure.apply(summary.previous());
      return new NumberResponse(
          value, previous, value == null || previous == null ? null : value - previous);
    }
  }

  /** A ratio of both ranges and its change; null if it cannot be computed. */
  record RateResponse(
      @Nullable BigDecimal value, @Nullable BigDecimal previous, @Nullable BigDecimal change) {

    static RateResponse from(Summary summary, Function<Totals, @Nullable BigDecimal> figure) {
      BigDecimal value = figure.apply(summary.current());
      BigDecimal previous = summary.previous() == null ? null : figure.apply(summary.previous());
      return new RateResponse(
          value, previous, value == null || previous == null ? null : value.subtract(previous));
    }
  }

  static SummaryResponse from(Report<Summary> report) {
    Summary summary = report.content();
    Included included = summary.included();
    var links = new CallLinks(report.filter());
    return new SummaryResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        NumberResponse.from(summary, totals -> totals.figures().calls()),
        NumberResponse.from(summary, totals -> totals.figures().connected()),
        RateResponse.from(summary, SummaryResponse::connectRate),
        NumberResponse.from(summary, totals -> totals.figures().totalSeconds()),
        NumberResponse.from(summary, totals -> totals.figures().talkSeconds()),
        NumberResponse.from(summary, totals -> totals.figures().averageSeconds()),
        NumberResponse.from(summary, Totals::activeOfficers),
        links.linkTo(summary.current().span()),
        summary.target() == null ? null : TargetProgressResponse.from(summary.target(), links),
        included.daily() == null
            ? null
            : VolumesResponse.from(with(report, included.daily())).daily(),
        included.officers() == null
            ? null
            : OfficerTimesResponse.from(with(report, included.officers())).items(),
        included.outcomes() == null
            ? null
            : BreakdownResponse.from(with(report, included.outcomes()), "outcome").items(),
        included.hours() == null
            ? null
            : HoursResponse.from(with(report, included.hours())).items());
  }

  /** A report about the same calls, of the same moment. */
  private static <R> Report<R> with(Report<?> summary, R content) {
    return new Report<>(summary.filter(), summary.timeZone(), summary.asOf(), content);
  }

  private static @Nullable BigDecimal connectRate(Totals totals) {
    long calls = totals.figures().calls();
    return calls == 0 ? null : Ratio.of(totals.figures().connected(), calls);
  }

  @Override
  public List<String> header() {
    return List.of("figure", "value", "previous", "change");
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    return List.of(
        row("calls", calls),
        row("connected", connected),
        Arrays.asList("connectRate", connectRate.value, connectRate.previous, connectRate.change),
        row("totalSeconds", totalSeconds),
        row("talkSeconds", talkSeconds),
        row("averageSeconds", averageSeconds),
        row("activeOfficers", activeOfficers));
  }

  private static List<@Nullable Object> row(String name, NumberResponse figure) {
    return Arrays.asList(name, figure.value, figure.previous, figure.change);
  }
}
