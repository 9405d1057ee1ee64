package io.calllog.rest.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.Report;
import io.calllog.domain.officer.OfficerId;
import io.calllog.rest.shared.ItemsResponse;
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
    implements Table {

  record OfficerItemResponse(UUID officerId, String officerName, List<OfficerDayResponse> days) {

    static OfficerItemResponse from(OfficerDays officer, Query query) {
      return new OfficerItemResponse(
          officer.officerId().value(),
          officer.officerName(),
          officer.days().stream()
              .map(day -> OfficerDayResponse.from(day, officer.officerId(), query))
              .toList());
    }
  }

  record OfficerDayResponse(LocalDate day, long calls, long totalSeconds, LinksResponse links) {

    static OfficerDayResponse from(DayFigures day, OfficerId officer, Query query) {
      return new OfficerDayResponse(
          day.day(),
          day.figures().calls(),
          day.figures().totalSeconds(),
          LinksResponse.to(query, day.span(), officer));
    }
  }

  static OfficerDaysResponse from(
      Report<?> report, ItemsResponse<OfficerItemResponse> page, Query query) {
    return new OfficerDaysResponse(
        report.timeZone().toString(),
        query.range().from(),
        query.range().to(),
        report.asOf(),
        page.items(),
        page.nextCursor(),
        page.total(),
        page.totalIsLowerBound());
  }

  @Override
  public List<String> header() {
    return List.of("officerId", "officerName", "day", "calls", "totalSeconds");
  }

  @Override
  public List<List<Object>> rows() {
    return items.stream()
        .flatMap(item ->
            item.days.stream()
                .map(day ->
                    List.<Object>of(
                        item.officerId, item.officerName, day.day, day.calls, day.totalSeconds)))
        .toList();
  }
}
