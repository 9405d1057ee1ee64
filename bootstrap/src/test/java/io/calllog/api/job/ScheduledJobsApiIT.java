package io.calllog.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The jobs of the application run, and an administrator sees it. */
@ApiTest
class ScheduledJobsApiIT {

  private final Api admin;
  private final JdbcClient database;

  ScheduledJobsApiIT(Accounts accounts, JdbcClient database) {
    this.admin = accounts.admin().api();
    this.database = database;
  }

  @Test
  void each_job_has_run_and_is_due_within_an_hour() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> jobs().stream().noneMatch(job -> job.path("lastRunAt").isNull()));

    assertThat(jobs())
        .extracting(job -> job.path("name").asString())
        .contains("monthly-partitions", "past-sessions")
        .isSorted();
    assertThat(jobs())
        .allSatisfy(job -> assertThat(job.path("lastError").isNull()).as("%s", job).isTrue());
  }

  @Test
  void a_job_that_is_due_runs_within_seconds() {
    Instant before = Instant.now();
    database
        .sql("UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'past-sessions'")
        .update();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            jobs().stream()
                .filter(job -> job.path("name").asString().equals("past-sessions"))
                .map(job -> job.path("lastSuccessAt").asString(""))
                .anyMatch(time -> !time.isEmpty() && Instant.parse(time).isAfter(before)));
  }

  private List<JsonNode> jobs() {
    return admin.get("/api/jobs").expect(200).at("/items").valueStream().toList();
  }
}
