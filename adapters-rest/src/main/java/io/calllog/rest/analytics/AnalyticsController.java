package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.ReportQuestion.CoverageQuestion;
import io.calllog.application.analytics.view.ReportQuestion.FollowUpsQuestion;
import io.calllog.application.analytics.view.ReportQuestion.HoursQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerTimesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OutcomesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.SummaryQuestion;
import io.calllog.application.analytics.view.ReportQuestion.TypesQuestion;
import io.calllog.application.analytics.view.ReportQuestion.VolumesQuestion;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.analytics.ReportParameters.CoverageParameters;
import io.calllog.rest.analytics.ReportParameters.FilterParameters;
import io.calllog.rest.analytics.ReportParameters.OfficerDaysParameters;
import io.calllog.rest.analytics.ReportParameters.OfficerTimesParameters;
import io.calllog.rest.analytics.ReportParameters.SummaryParameters;
import io.calllog.rest.shared.ListRequest;
import io.calllog.rest.shared.binding.QueryParameters;
import io.calllog.rest.shared.export.Csv;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@RequestMapping(
    path = "/api/analytics",
    produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TEXT_CSV})
class AnalyticsController {

  private final ReportResponses reports;

  AnalyticsController(ReportResponses reports) {
    this.reports = reports;
  }

  @GetMapping({"/volumes", "/volumes.csv"})
  void volumes(Actor actor, @QueryParameters FilterParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(actor, request, parameters, VolumesQuestion::new, VolumesResponse::from);
  }

  @GetMapping({"/call-time-per-officer", "/call-time-per-officer.csv"})
  void callTimePerOfficer(
      Actor actor, @QueryParameters OfficerTimesParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(
        actor,
        request,
        parameters,
        filter -> new OfficerTimesQuestion(filter, Boolean.TRUE.equals(parameters.includeIdle())),
        OfficerTimesResponse::from);
  }

  @GetMapping({"/calls-per-officer-per-day", "/calls-per-officer-per-day.csv"})
  void callsPerOfficerPerDay(
      Actor actor, @QueryParameters OfficerDaysParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(
        actor,
        request,
        parameters,
        filter ->
            new OfficerDaysQuestion(
                filter,
                Boolean.TRUE.equals(parameters.includeIdle()),
                new ListRequest(filter).paging(ByName.class, parameters.page())),
        OfficerDaysResponse::from,
        page -> page.nextPage(parameters, request.getRequest().getServletPath()));
  }

  @GetMapping({"/outcomes", "/outcomes.csv"})
  void outcomes(
      Actor actor, @QueryParameters FilterParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(
        actor,
        request,
        parameters,
        OutcomesQuestion::new,
        report -> BreakdownResponse.from(report, "outcome"));
  }

  @GetMapping({"/types", "/types.csv"})
  void types(Actor actor, @QueryParameters FilterParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(
        actor,
        request,
        parameters,
        TypesQuestion::new,
        report -> BreakdownResponse.from(report, "type"));
  }

  @GetMapping({"/follow-ups", "/follow-ups.csv"})
  void followUps(
      Actor actor, @QueryParameters FilterParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(actor, request, parameters, FollowUpsQuestion::new, FollowUpsResponse::from);
  }

  @GetMapping({"/coverage", "/coverage.csv"})
  void coverage(
      Actor actor, @QueryParameters CoverageParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(actor, request, parameters, CoverageQuestion::new, CoverageResponse::from);
  }

  @GetMapping({"/hours", "/hours.csv"})
  void hours(Actor actor, @QueryParameters FilterParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(actor, request, parameters, HoursQuestion::new, HoursResponse::from);
  }

  @GetMapping({"/summary", "/summary.csv"})
  void summary(
      Actor actor, @QueryParameters SummaryParameters parameters, ServletWebRequest request)
      throws IOException {
    reports.answer(
        actor,
        request,
        parameters,
        filter -> new SummaryQuestion(filter, parameters.compare() != null, parameters.parts()),
        SummaryResponse::from);
  }
}
