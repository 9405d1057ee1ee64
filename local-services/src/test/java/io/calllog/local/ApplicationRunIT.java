package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole runs of an application, one after another or at the same time, in JVMs of their own. */
class ApplicationRunIT {

  private LocalDirectory directory;

  @BeforeEach
  void open() throws IOException {
    directory = SharedDirectory.empty();
  }

  @AfterEach
  void leaveNothingRunning() throws IOException {
    SharedDirectory.empty();
  }

  @Test
  void the_servers_stop_after_the_application_has_completed_its_last_request() throws Exception {
    try (ChildJvm run = run()) {
      run.waitFor("APPLICATION RUNS");
      ServerProcess postgres = postgres().orElseThrow();
      ServerProcess redis = redis().orElseThrow();
      run.terminate();
      assertThat(run.outputToTheEnd())
          .contains("LAST REQUEST ANSWERED")
          .doesNotContain("Exception");
      assertThat(postgres.isRunning()).isFalse();
      assertThat(redis.isRunning()).isFalse();
      assertThat(LocalPostgres.pidFile(directory)).doesNotExist();
      assertThat(LocalRedis.pidFile(directory)).doesNotExist();
    }
  }

  @Test
  void a_second_run_on_the_same_directory_is_refused_without_a_stack_trace() throws Exception {
    try (ChildJvm first = run()) {
      first.waitFor("APPLICATION RUNS");
      try (ChildJvm second = run()) {
        assertThat(second.outputToTheEnd())
            .contains("APPLICATION FAILED TO START")
            .contains("in use by another run (process " + first.pid() + ").")
            .contains("Stop that run, or give this one its own data")
            .doesNotContain("\tat ");
      }
      assertThat(postgres()).isPresent();
      assertThat(redis()).isPresent();
    }
  }

  @Test
  void the_next_run_ends_the_servers_of_a_killed_run_and_finds_its_data() throws Exception {
    try (ChildJvm first = run()) {
      first.waitFor("APPLICATION RUNS");
      ServerProcess oldPostgres = postgres().orElseThrow();
      ServerProcess oldRedis = redis().orElseThrow();
      first.kill();
      assertThat(oldPostgres.isRunning()).as("PostgreSQL still runs").isTrue();
      assertThat(oldRedis.isRunning()).as("Redis still runs").isTrue();

      try (LocalServices services = LocalServices.in(directory.path(), DataLifetime.KEPT)) {
        assertThat(Clients.query(services.postgres(), "SELECT text FROM traces"))
            .isEqualTo("was here");
        assertThat(Clients.redis(services.redis(), "STRLEN trace")).isEqualTo(":8");
        assertThat(oldPostgres.isRunning()).isFalse();
        assertThat(oldRedis.isRunning()).isFalse();
      }
    }
  }

  private ChildJvm run() throws IOException {
    return ChildJvm.run(StoringApplication.class, "--calllog.local.directory=" + directory.path());
  }

  private Optional<ServerProcess> postgres() {
    return ServerProcess.find(LocalPostgres.pidFile(directory), directory.executables());
  }

  private Optional<ServerProcess> redis() {
    return ServerProcess.find(LocalRedis.pidFile(directory), directory.executables());
  }
}
