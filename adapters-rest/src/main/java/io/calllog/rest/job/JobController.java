package io.calllog.rest.job;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.job.port.in.JobQueries;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.problem.AuditedAs;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
class JobController {

  private final JobQueries queries;

  JobController(JobQueries queries) {
    this.queries = queries;
  }

  @GetMapping
  @AuditedAs(AuditAction.JOBS_READ)
  ItemsResponse<JobResponse> list(Actor actor) {
    return ItemsResponse.all(queries.recurring(actor).stream().map(JobResponse::from).toList());
  }
}
