package io.calllog.rest.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Slice;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import io.calllog.rest.analytics.ReportParameters.OfficerDaysParameters;
import io.calllog.rest.shared.Addresses;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.ListRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OfficerDaysResponse(
    String timeZone,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    List<OfficerItemResponse> items,
    @Nullable String nextCursor,
    @JsonInclude(Include.NON_NULL) @Nullable Long total,
    @JsonInclude(Include.NON_NULL) @Nullable Boolean totalIsLowerBound)
    implements CsvRows {

  record OfficerItemResponse(UUID officerId, String officerName, List<OfficerDayResponse> days) {

    static OfficerItemResponse from(OfficerDays officer, CallLinks links) {
      return new OfficerItemResponse(
          officer.officerId().value(),
          officer.officerName(),
          officer.days().stream()
              .map(day -> OfficerDayResponse.from(day, officer.officerId(), links))
              .toList());
    }
  }

  record OfficerDayResponse(
      LocalDate day, long calls, long totalSeconds, long talkSeconds, LinksResponse links) {

    static OfficerDayResponse from(DayFigures day, OfficerId officer, CallLinks links) {
      return new OfficerDayResponse(
          day.day(),
          day.figures().calls(),
          day.figures().totalSeconds(),
          day.figures().talkSeconds(),
          links.linkTo(day.span(), officer));
    }
  }

  static OfficerDaysResponse from(Report<Slice<OfficerDays, ByName>> report) {
    var links = new CallLinks(report.filter());
    ItemsResponse<OfficerItemResponse> page =
        ListRequest.embedded(
            report.content(), officer -> OfficerItemResponse.from(officer, links), report.filter());
    return new OfficerDaysResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        page.items(),
        page.nextCursor(),
        page.total(),
        page.totalIsLowerBound());
  }

  /**
   * The address of the next page, with the days of this one; null on the last page.
   *
   * @param path the path of this report in the application
   */
  @Nullable String nextPage(OfficerDaysParameters parameters, String path) {
    if (nextCursor == null) {
      return null;
    }
    var page = parameters.page();
    var csv = parameters.csv();
    return Addresses.base()
        + path
        + "?from=%s&to=%s%s%s%s%s%s%s&cursor=%s"
            .formatted(
                from,
                to,
                CallLinks.parameters(parameters.filter(new DayRange(from, to))),
                parameters.includeIdle() == null ? "" : "&includeIdle=" + parameters.includeIdle(),
                page.limit() == null ? "" : "&limit=" + page.limit().value(),
                page.count() == null ? "" : "&count=" + page.count(),
                csv.bom() == null ? "" : "&bom=" + csv.bom(),
                csv.separator() == null ? "" : "&separator=" + csv.separator(),
                nextCursor);
  }

  @Override
  public List<String> header() {
    return List.of("officerId", "officerName", "day", "calls", "totalSeconds", "talkSeconds");
  }

  @Override
  public List<List<Object>> rows() {
    return items.stream()
        .flatMap(item ->
            item.days.stream()
                .map(day ->
                    List.<Object>of(
                        item.officerId,
                        item.officerName,
                        day.day,
                        day.calls,
                        day.totalSeconds,
                        day.talkSeconds)))
        .toList();
  }
}
