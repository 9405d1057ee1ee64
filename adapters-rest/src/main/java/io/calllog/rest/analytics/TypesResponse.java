package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.Breakdown;
import io.calllog.application.analytics.view.Report;
import io.calllog.domain.call.CallType;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

record TypesResponse(
    String timeZone,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    List<TypeShareResponse> items,
    List<DayTypesResponse> daily)
    implements CsvRows {

  record TypeShareResponse(
      CallType type, long calls, long totalSeconds, BigDecimal share, LinksResponse links) {}

  record DayTypesResponse(LocalDate day, List<TypeResponse> types) {

    static DayTypesResponse from(Breakdown.Day<CallType> day, CallLinks links) {
      return new DayTypesResponse(
          day.day(),
          day.parts().stream()
              .map(part ->
                  new TypeResponse(
                      part.value(),
                      part.calls(),
                      part.totalSeconds(),
                      links.linkTo(day.span(), "type", part.value())))
              .toList());
    }
  }

  record TypeResponse(CallType type, long calls, long totalSeconds, LinksResponse links) {}

  static TypesResponse from(Report<Breakdown<CallType>> report) {
    var links = new CallLinks(report.filter());
    Breakdown<CallType> types = report.content();
    var totals = types.totals();
    long calls = totals.stream().mapToLong(Breakdown.Part::calls).sum();
    return new TypesResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        totals.stream()
            .map(part ->
                new TypeShareResponse(
                    part.value(),
                    part.calls(),
                    part.totalSeconds(),
                    Ratio.of(part.calls(), calls),
                    links.linkTo(types.span(), "type", part.value())))
            .toList(),
        types.days().stream().map(day -> DayTypesResponse.from(day, links)).toList());
  }

  @Override
  public List<String> header() {
    return List.of("type", "calls", "totalSeconds", "share");
  }

  @Override
  public List<List<Object>> rows() {
    return items.stream()
        .map(item -> List.<Object>of(item.type, item.calls, item.totalSeconds, item.share))
        .toList();
  }
}
