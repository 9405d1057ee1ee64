package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.Hours;
import io.calllog.application.analytics.view.Report;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

record HoursResponse(
    String timeZone,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    List<HourResponse> items,
    TotalResponse total)
    implements CsvRows {

  record HourResponse(DayOfWeek weekday, int hour, long calls, long connected, long talkSeconds) {

    static HourResponse from(Hours.Hour hour) {
      return new HourResponse(
          hour.weekday(), hour.hour(), hour.calls(), hour.connected(), hour.talkSeconds());
    }
  }

  /** The sums of all hours. */
  record TotalResponse(long calls, long connected, long talkSeconds, LinksResponse links) {}

  static HoursResponse from(Report<Hours> report) {
    List<HourResponse> items = report.content().hours().stream().map(HourResponse::from).toList();
    return new HoursResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        items,
        new TotalResponse(
            items.stream().mapToLong(HourResponse::calls).sum(),
            items.stream().mapToLong(HourResponse::connected).sum(),
            items.stream().mapToLong(HourResponse::talkSeconds).sum(),
            new CallLinks(report.filter()).linkTo(report.content().span())));
  }

  @Override
  public List<String> header() {
    return List.of("weekday", "hour", "calls", "connected", "talkSeconds");
  }

  @Override
  public List<List<Object>> rows() {
    return items.stream()
        .map(item ->
            List.<Object>of(item.weekday, item.hour, item.calls, item.connected, item.talkSeconds))
        .toList();
  }
}
