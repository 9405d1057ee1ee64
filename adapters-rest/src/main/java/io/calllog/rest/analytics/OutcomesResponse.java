package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.Breakdown;
import io.calllog.application.analytics.view.Report;
import io.calllog.domain.call.CallOutcome;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

record OutcomesResponse(
    String timeZone,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    List<OutcomeShareResponse> items,
    List<DayOutcomesResponse> daily)
    implements CsvRows {

  record OutcomeShareResponse(
      CallOutcome outcome, long calls, long totalSeconds, BigDecimal share, LinksResponse links) {}

  record DayOutcomesResponse(LocalDate day, List<OutcomeResponse> outcomes) {

    static DayOutcomesResponse from(Breakdown.Day<CallOutcome> day, CallLinks links) {
      return new DayOutcomesResponse(
          day.day(),
          day.parts().stream()
              .map(part ->
                  new OutcomeResponse(
                      part.value(),
                      part.calls(),
                      part.totalSeconds(),
                      links.linkTo(day.span(), "outcome", part.value())))
              .toList());
    }
  }

  record OutcomeResponse(CallOutcome outcome, long calls, long totalSeconds, LinksResponse links) {}

  static OutcomesResponse from(Report<Breakdown<CallOutcome>> report) {
    var links = new CallLinks(report.filter());
    Breakdown<CallOutcome> outcomes = report.content();
    var totals = outcomes.totals();
    long calls = totals.stream().mapToLong(Breakdown.Part::calls).sum();
    return new OutcomesResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        totals.stream()
            .map(part ->
                new OutcomeShareResponse(
                    part.value(),
                    part.calls(),
                    part.totalSeconds(),
                    Ratio.of(part.calls(), calls),
                    links.linkTo(outcomes.span(), "outcome", part.value())))
            .toList(),
        outcomes.days().stream().map(day -> DayOutcomesResponse.from(day, links)).toList());
  }

  @Override
  public List<String> header() {
    return List.of("outcome", "calls", "totalSeconds", "share");
  }

  @Override
  public List<List<Object>> rows() {
    return items.stream()
        .map(item -> List.<Object>of(item.outcome, item.calls, item.totalSeconds, item.share))
        .toList();
  }
}
