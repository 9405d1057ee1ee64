package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerTimesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OutcomesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.SummaryQuestion;
import io.calllog.application.analytics.view.ReportQuestion.TypesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.analytics.ReportParameters.FilterParameters;
import io.calllog.rest.analytics.ReportParameters.OfficerDaysParameters;
import io.calllog.rest.analytics.ReportParameters.SummaryParameters;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
    produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TEXT_CSV})
@Tag(
    name = "Analytics",
    description =
        "Figures over the calls that you can list. Exact as of `asOf`; a few seconds old at most, or"
            + " computed for this request with `Cache-Control: no-cache`. Days are those of"
            + " `timeZone`.")
class AnalyticsController {

  private final ReportResponses reports;

  AnalyticsController(ReportResponses reports) {
    this.reports = reports;
  }

  @GetMapping("/volumes")
  @Operation(
      operationId = "getVolumes",
      summary = "Numbers of calls by day and by month",
      description = "Every day of the range, with zeros. Days, months and the total agree.")
  @ApiResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = VolumesResponse.class)))
  ResponseEntity<byte[]> volumes(
      Actor actor, @QueryParameters FilterParameters parameters, HttpServletRequest http) {
    return reports.answer(actor, http, parameters, VolumesQuestion::new, VolumesResponse::from);
  }

  @GetMapping("/call-time-per-officer")
  @Operation(
      operationId = "getCallTimePerOfficer",
      summary = "The time that each officer spent in calls, most first",
      description = "Officers without calls are left out; deleted officers with calls are not.")
  @ApiResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = OfficerTimesResponse.class)))
  ResponseEntity<byte[]> callTimePerOfficer(
      Actor actor, @QueryParameters FilterParameters parameters, HttpServletRequest http) {
    return reports.answer(
        actor, http, parameters, OfficerTimesQuestion::new, OfficerTimesResponse::from);
  }

  @GetMapping("/calls-per-officer-per-day")
  @Operation(
      operationId = "getCallsPerOfficerPerDay",
      summary = "The calls of each officer on each day, by name",
      description = "At most 92 days, the last 7 by default. Only officers and days with calls.")
  @ApiResponse(
      responseCode = "200",
      description = "One page of officers",
      content = @Content(schema = @Schema(implementation = OfficerDaysResponse.class)))
  ResponseEntity<byte[]> callsPerOfficerPerDay(
      Actor actor, @QueryParameters OfficerDaysParameters parameters, HttpServletRequest http) {
    return reports.answer(
        actor,
        http,
        parameters,
        filter ->
            new OfficerDaysQuestion(
                filter,
                new ListRequest(filter)
                    .paging(
                        ByName.class, parameters.limit(), parameters.cursor(), parameters.count())),
        OfficerDaysResponse::from,
        page -> page.nextPage(parameters));
  }

  @GetMapping("/outcomes")
  @Operation(
      operationId = "getOutcomes",
      summary = "Calls by outcome, in total and by day",
      description = "Every outcome and every day of the range, with zeros.")
  @ApiResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = OutcomesResponse.class)))
  ResponseEntity<byte[]> outcomes(
      Actor actor, @QueryParameters FilterParameters parameters, HttpServletRequest http) {
    return reports.answer(actor, http, parameters, OutcomesQuestion::new, OutcomesResponse::from);
  }

  @GetMapping("/types")
  @Operation(
      operationId = "getTypes",
      summary = "Calls by type, in total and by day",
      description = "Both types and every day of the range, with zeros.")
  @ApiResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = TypesResponse.class)))
  ResponseEntity<byte[]> types(
      Actor actor, @QueryParameters FilterParameters parameters, HttpServletRequest http) {
    return reports.answer(actor, http, parameters, TypesQuestion::new, TypesResponse::from);
  }

  @GetMapping("/summary")
  @Operation(
      operationId = "getSummary",
      summary = "The totals of the range",
      description =
          "With `compare=previous` also those of as many days before it; `change` is the"
              + " difference of the two.")
  @ApiResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = SummaryResponse.class)))
  ResponseEntity<byte[]> summary(
      Actor actor, @QueryParameters SummaryParameters parameters, HttpServletRequest http) {
    return reports.answer(
        actor,
        http,
        parameters,
        filter -> new SummaryQuestion(filter, parameters.compare() != null),
        SummaryResponse::from);
  }
}
