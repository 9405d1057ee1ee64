package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.analytics.view.Volumes.MonthFigures;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

record VolumesResponse(
    String timeZone,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    List<DayVolumeResponse> daily,
    List<MonthVolumeResponse> monthly,
    VolumeResponse total)
    implements CsvRows {

  record DayVolumeResponse(
      LocalDate day,
      long calls,
      long connected,
      long totalSeconds,
      long talkSeconds,
      LinksResponse links) {

    static DayVolumeResponse from(DayFigures day, CallLinks links) {
      Figures figures = day.figures();
      return new DayVolumeResponse(
          day.day(),
          figures.calls(),
          figures.connected(),
          figures.totalSeconds(),
          figures.talkSeconds(),
          links.linkTo(day.span()));
    }
  }

  record MonthVolumeResponse(
      YearMonth month,
      long calls,
      long connected,
      long totalSeconds,
      long talkSeconds,
      LinksResponse links) {

    static MonthVolumeResponse from(MonthFigures month, CallLinks links) {
      Figures figures = month.figures();
      return new MonthVolumeResponse(
          month.month(),
          figures.calls(),
          figures.connected(),
          figures.totalSeconds(),
          figures.talkSeconds(),
          links.linkTo(month.span()));
    }
  }

  record VolumeResponse(
      long calls, long connected, long totalSeconds, long talkSeconds, LinksResponse links) {}

  static VolumesResponse from(Report<Volumes> report) {
    var links = new CallLinks(report.filter());
    Volumes volumes = report.content();
    Figures total = volumes.total();
    return new VolumesResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        volumes.days().stream().map(day -> DayVolumeResponse.from(day, links)).toList(),
        volumes.months().stream().map(month -> MonthVolumeResponse.from(month, links)).toList(),
        new VolumeResponse(
            total.calls(),
            total.connected(),
            total.totalSeconds(),
            total.talkSeconds(),
            links.linkTo(volumes.span())));
  }

  @Override
  public List<String> header() {
    return List.of("day", "calls", "connected", "totalSeconds", "talkSeconds");
  }

  @Override
  public List<List<Object>> rows() {
    return daily.stream()
        .map(day ->
            List.<Object>of(day.day, day.calls, day.connected, day.totalSeconds, day.talkSeconds))
        .toList();
  }
}
