package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.OfficerTimes.OfficerFigures;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Span;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OfficerTimesResponse(
    String timeZone, LocalDate from, LocalDate to, Instant asOf, List<OfficerTimeResponse> items)
    implements CsvRows {

  record OfficerTimeResponse(
      UUID officerId,
      String officerName,
      long calls,
      long connected,
      long totalSeconds,
      long talkSeconds,
      @Nullable Long averageSeconds,
      BigDecimal share,
      LinksResponse links) {

    static OfficerTimeResponse from(
        OfficerFigures officer, long secondsOfAll, Span span, CallLinks links) {
      Figures figures = officer.figures();
      return new OfficerTimeResponse(
          officer.officerId().value(),
          officer.officerName(),
          figures.calls(),
          figures.connected(),
          figures.totalSeconds(),
          figures.talkSeconds(),
          figures.averageSeconds(),
          Ratio.of(figures.talkSeconds(), secondsOfAll),
          links.linkTo(span, officer.officerId()));
    }
  }

  static OfficerTimesResponse from(Report<OfficerTimes> report) {
    var links = new CallLinks(report.filter());
    OfficerTimes times = report.content();
    long secondsOfAll = times.total().talkSeconds();
    return new OfficerTimesResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        times.officers().stream()
            .map(officer -> OfficerTimeResponse.from(officer, secondsOfAll, times.span(), links))
            .toList());
  }

  @Override
  public List<String> header() {
    return List.of(
        "officerId",
        "officerName",
        "calls",
        "connected",
        "totalSeconds",
        "talkSeconds",
        "averageSeconds",
        "share");
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    return items.stream()
        .map(item ->
            Arrays.<@Nullable Object>asList(
                item.officerId,
                item.officerName,
                item.calls,
                item.connected,
                item.totalSeconds,
                item.talkSeconds,
                item.averageSeconds,
                item.share))
        .toList();
  }
}
