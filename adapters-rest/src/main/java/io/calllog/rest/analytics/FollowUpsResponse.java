package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.FollowUpFigures;
import io.calllog.application.analytics.view.FollowUpFigures.FollowUpCounts;
import io.calllog.application.analytics.view.FollowUpFigures.OfficerFollowUps;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Span;
import io.calllog.rest.shared.Addresses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record FollowUpsResponse(
    String timeZone,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    TotalResponse total,
    List<OfficerResponse> items)
    implements CsvRows {

  record TotalResponse(
      long promised, long keptInTime, long keptLate, long overdue, long cancelled) {

    static TotalResponse from(FollowUpCounts counts) {
      return new TotalResponse(
          counts.promised(),
          counts.keptInTime(),
          counts.keptLate(),
          counts.overdue(),
          counts.cancelled());
    }
  }

  record OfficerResponse(
      UUID officerId,
      String officerName,
      long promised,
      long keptInTime,
      long keptLate,
      long overdue,
      long cancelled,
      FollowUpLinks links) {

    static OfficerResponse from(OfficerFollowUps officer, Span span, ReportFilter filter) {
      FollowUpCounts counts = officer.counts();
      return new OfficerResponse(
          officer.officerId().value(),
          officer.officerName(),
          counts.promised(),
          counts.keptInTime(),
          counts.keptLate(),
          counts.overdue(),
          counts.cancelled(),
          FollowUpLinks.of(
              span,
              new ReportFilter(filter.range(), filter.region(), Set.of(officer.officerId()))));
    }
  }

  /** The addresses of the lists of the follow-ups that a row counts; {@code kept} of both kinds. */
  record FollowUpLinks(String promised, String kept, String overdue, String cancelled) {

    static FollowUpLinks of(Span span, ReportFilter filter) {
      String all =
          Addresses.base()
              + "/api/follow-ups?dueFrom="
              + span.from()
              + "&dueTo="
              + span.to()
              + CallLinks.parameters(filter);
      return new FollowUpLinks(
          all, all + "&state=DONE", all + "&overdue=true", all + "&state=CANCELLED");
    }
  }

  static FollowUpsResponse from(Report<FollowUpFigures> report) {
    FollowUpFigures figures = report.content();
    return new FollowUpsResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        TotalResponse.from(figures.total()),
        figures.officers().stream()
            .map(officer -> OfficerResponse.from(officer, figures.span(), report.filter()))
            .toList());
  }

  @Override
  public List<String> header() {
    return List.of(
        "officerId", "officerName", "promised", "keptInTime", "keptLate", "overdue", "cancelled");
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    return items.stream()
        .map(item ->
            Arrays.<@Nullable Object>asList(
                item.officerId,
                item.officerName,
                item.promised,
                item.keptInTime,
                item.keptLate,
                item.overdue,
                item.cancelled))
        .toList();
  }
}
