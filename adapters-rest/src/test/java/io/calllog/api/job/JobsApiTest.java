package io.calllog.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RestOnFakes
class JobsApiTest {

  private final Api admin;

  JobsApiTest(Accounts accounts) {
    this.admin = accounts.admin().api();
  }

  @Test
  void a_job_that_has_never_run_has_only_its_next_run() {
    assertThat(job(0).toString())
        .isEqualTo(
            """
            {"name":"new","id":null,"nextRunAt":"2026-11-20T12:00:00Z","runningOn":null,\
            "lastRunAt":null,"lastSuccessAt":null,"lastFailureAt":null,"consecutiveFailures":0,"lastError":null}\
            """);
  }

  @Test
  void a_job_that_failed_has_its_error() {
    assertThat(job(1).toString())
        .isEqualTo(
            """
            {"name":"failing","id":null,"nextRunAt":"2026-11-20T12:00:00Z","runningOn":null,\
            "lastRunAt":"2026-11-20T11:59:50Z","lastSuccessAt":"2026-11-20T11:59:40Z",\
            "lastFailureAt":"2026-11-20T11:59:50Z","consecutiveFailures":1,"lastError":"No."}\
            """);
  }

  @Test
  void a_job_that_runs_has_its_node_and_no_next_run() {
    assertThat(job(2).toString())
        .isEqualTo(
            """
            {"name":"running","id":"a file","nextRunAt":null,"runningOn":"node-1",\
            "lastRunAt":"2026-11-20T11:59:50Z","lastSuccessAt":"2026-11-20T11:59:50Z","lastFailureAt":null,\
            "consecutiveFailures":0,"lastError":null}\
            """);
  }

  @Test
  void all_jobs_are_on_one_page_without_parameters() {
    assertThat(admin.get("/api/jobs").expect(200).at("/nextCursor").isNull()).isTrue();
    assertThat(admin.get("/api/jobs?limit=1").expect(400).body()).contains("limit");
  }

  private JsonNode job(int index) {
    return admin.get("/api/jobs").expect(200).at("/items/" + index);
  }
}
