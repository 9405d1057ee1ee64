package io.calllog.rest.job;

import io.calllog.application.job.port.in.JobQueries;
import io.calllog.domain.officer.Actor;
import io.calllog.rest.shared.ItemsResponse;
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
  ItemsResponse<JobResponse> list(Actor actor) {
    return ItemsResponse.all(queries.list(actor).stream().map(JobResponse::from).toList());
  }
}
