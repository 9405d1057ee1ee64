package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.AnalyticsQueries;
import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes;
import io.calllog.application.analytics.view.Outcomes;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.analytics.OfficerDaysResponse.OfficerItemResponse;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(
    path = "/api/analytics",
    produces = {MediaType.APPLICATION_JSON_VALUE, CsvConverter.TEXT_CSV})
@Tag(
    name = "Analytics",
    description =
        "Figures over the calls that one can list. Exact as of `asOf`; a few seconds old at most, and"
            + " computed anew for `Cache-Control: no-cache`. Days are those of `timeZone`.")
class AnalyticsController {

  private final AnalyticsQueries queries;
  private final ReportAnswers answers;

  AnalyticsController(AnalyticsQueries queries, ReportAnswers answers) {
    this.queries = queries;
    this.answers = answers;
  }

  @GetMapping("/volumes")
  @Operation(
      operationId = "getVolumes",
      summary = "How many calls there were, by day and by month",
      description = "Every day of the range, with zeros. Days, months and the total agree.")
  @ApiResponse(responseCode = "200", description = "The figures")
  ResponseEntity<VolumesResponse> volumes(
      Actor actor, @QueryParameters FiguresParameters parameters, HttpServletRequest http) {
    Query query = query(parameters, http);
    Report<Volumes> report = queries.volumes(actor, query);
    return answers.answer(report, query, VolumesResponse.from(report, query));
  }

  @GetMapping("/call-time-per-officer")
  @Operation(
      operationId = "getCallTimePerOfficer",
      summary = "How much time each officer spent in calls, most first",
      description = "Officers without calls do not appear, those deleted since do.")
  @ApiResponse(responseCode = "200", description = "The figures")
  ResponseEntity<OfficerTimesResponse> callTimePerOfficer(
      Actor actor, @QueryParameters FiguresParameters parameters, HttpServletRequest http) {
    Query query = query(parameters, http);
    Report<OfficerTimes> report = queries.callTimePerOfficer(actor, query);
    return answers.answer(report, query, OfficerTimesResponse.from(report, query));
  }

  @GetMapping("/calls-per-officer-per-day")
  @Operation(
      operationId = "getCallsPerOfficerPerDay",
      summary = "What each officer did on each day, by name",
      description = "At most 92 days, the last 7 by default. Only officers and days with calls.")
  @ApiResponse(responseCode = "200", description = "One page of officers")
  ResponseEntity<OfficerDaysResponse> callsPerOfficerPerDay(
      Actor actor, @QueryParameters OfficerDaysParameters parameters, HttpServletRequest http) {
    Query query =
        parameters.toQuery(
            queries.range(
                parameters.from(), parameters.to(), AnalyticsQueries.DEFAULT_DAYS_PER_OFFICER),
            ReportAnswers.wanted(http));
    var list = new ListRequest(new FiguresFilter(query.range(), query.region(), query.officers()));
    var paging =
        list.paging(ByName.class, parameters.limit(), parameters.cursor(), parameters.count());
    Report<Slice<OfficerDays, ByName>> report = queries.callsPerOfficerPerDay(actor, query, paging);
    var page = list.page(report.content(), officer -> OfficerItemResponse.from(officer, query));
    var answer = answers.answer(report, query, OfficerDaysResponse.from(report, page, query));
    return ResponseEntity.ok()
        .headers(answer.getHeaders())
        .headers(list.links(page))
        .body(answer.getBody());
  }

  @GetMapping("/outcomes")
  @Operation(
      operationId = "getOutcomes",
      summary = "What came of the calls, in all and by day",
      description = "Every outcome and every day of the range, with zeros.")
  @ApiResponse(responseCode = "200", description = "The figures")
  ResponseEntity<OutcomesResponse> outcomes(
      Actor actor, @QueryParameters FiguresParameters parameters, HttpServletRequest http) {
    Query query = query(parameters, http);
    Report<Outcomes> report = queries.outcomes(actor, query);
    return answers.answer(report, query, OutcomesResponse.from(report, query));
  }

  @GetMapping("/summary")
  @Operation(
      operationId = "getSummary",
      summary = "The range at a glance",
      description =
          "With `compare=previous` beside the range of equal length just before; `change` is the"
              + " difference of the two.")
  @ApiResponse(responseCode = "200", description = "The figures")
  ResponseEntity<SummaryResponse> summary(
      Actor actor, @QueryParameters SummaryParameters parameters, HttpServletRequest http) {
    Query query =
        parameters.toQuery(
            queries.range(parameters.from(), parameters.to(), AnalyticsQueries.DEFAULT_DAYS),
            ReportAnswers.wanted(http));
    Report<Summary> report = queries.summary(actor, query, parameters.compare() != null);
    return answers.answer(report, query, SummaryResponse.from(report, query));
  }

  private Query query(FiguresParameters parameters, HttpServletRequest http) {
    return parameters.toQuery(
        queries.range(parameters.from(), parameters.to(), AnalyticsQueries.DEFAULT_DAYS),
        ReportAnswers.wanted(http));
  }
}
