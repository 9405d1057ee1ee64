package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.view.Outcomes;
import io.calllog.application.analytics.view.Outcomes.DayOutcomes;
import io.calllog.application.analytics.view.Outcomes.OutcomeFigures;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Span;
import io.calllog.domain.call.CallOutcome;
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
    implements Table {

  record OutcomeShareResponse(
      CallOutcome outcome, long calls, long totalSeconds, BigDecimal share, LinksResponse links) {}

  record DayOutcomesResponse(LocalDate day, List<OutcomeResponse> outcomes) {

    static DayOutcomesResponse from(DayOutcomes day, Query query) {
      return new DayOutcomesResponse(
          day.day(),
          day.outcomes().stream()
              .map(outcome -> OutcomeResponse.from(outcome, day.span(), query))
              .toList());
    }
  }

  record OutcomeResponse(CallOutcome outcome, long calls, long totalSeconds, LinksResponse links) {

    static OutcomeResponse from(OutcomeFigures figures, Span span, Query query) {
      return new OutcomeResponse(
          figures.outcome(),
          figures.calls(),
          figures.totalSeconds(),
          LinksResponse.to(query, span, figures.outcome()));
    }
  }

  static OutcomesResponse from(Report<Outcomes> report, Query query) {
    Outcomes outcomes = report.content();
    List<OutcomeFigures> totals = outcomes.totals();
    long calls = totals.stream().mapToLong(OutcomeFigures::calls).sum();
    return new OutcomesResponse(
        report.timeZone().toString(),
        query.range().from(),
        query.range().to(),
        report.asOf(),
        totals.stream()
            .map(figures ->
                new OutcomeShareResponse(
                    figures.outcome(),
                    figures.calls(),
                    figures.totalSeconds(),
                    Share.of(figures.calls(), calls),
                    LinksResponse.to(query, outcomes.span(), figures.outcome())))
            .toList(),
        outcomes.days().stream().map(day -> DayOutcomesResponse.from(day, query)).toList());
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
