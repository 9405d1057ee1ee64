package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two runs of the application on one directory, at the same time or one after the other. */
class AnotherRunIT {

  private LocalDirectory directory;
  private LocalServices services;

  @BeforeEach
  void open() throws IOException {
    directory = LocalDirectory.prepare(SharedDirectory.empty());
    services = LocalServices.in(directory.path(), DataLifetime.KEPT);
  }

  @AfterEach
  void leaveNothingRunning() throws IOException {
    services.close();
    SharedDirectory.empty();
  }

  @Test
  void a_second_run_is_refused() throws Exception {
    try (ChildJvm first = ChildJvm.run(HoldingServices.class, directory.path().toString())) {
      first.waitFor("SERVICES RUN");
      assertThatExceptionOfType(LocalServicesException.class)
          .isThrownBy(services::postgres)
          .withMessageContaining("in use by another run (process " + first.pid() + ")")
          .satisfies(e -> assertThat(e.action()).contains("Stop that run"));
      assertThatExceptionOfType(LocalServicesException.class).isThrownBy(services::redis);
      assertThat(postgres().isRunning()).isTrue();
      assertThat(redis().isRunning()).isTrue();
    }
  }

  @Test
  void what_a_killed_run_leaves_behind_is_ended_and_its_data_are_there() throws Exception {
    try (ChildJvm first = ChildJvm.run(HoldingServices.class, directory.path().toString())) {
      first.waitFor("SERVICES RUN");
      ServerProcess oldPostgres = postgres();
      ServerProcess oldRedis = redis();
      first.die();
      assertThat(oldPostgres.isRunning()).as("PostgreSQL lives on").isTrue();
      assertThat(oldRedis.isRunning()).as("Redis lives on").isTrue();

      assertThat(Clients.query(services.postgres(), "SELECT text FROM traces"))
          .isEqualTo("was here");
      assertThat(Clients.redis(services.redis(), "STRLEN trace")).isEqualTo(":8");
      assertThat(oldPostgres.isRunning()).isFalse();
      assertThat(oldRedis.isRunning()).isFalse();
      assertThat(postgres().pid()).isNotEqualTo(oldPostgres.pid());
    }
  }

  @Test
  void a_run_that_is_asked_to_end_leaves_nothing_running() throws Exception {
    try (ChildJvm first = ChildJvm.run(HoldingServices.class, directory.path().toString())) {
      first.waitFor("SERVICES RUN");
      ServerProcess postgres = postgres();
      ServerProcess redis = redis();
      first.terminate();
      first.waitForEnd();
      assertThat(postgres.isRunning()).isFalse();
      assertThat(redis.isRunning()).isFalse();
      assertThat(LocalPostgres.pidFile(directory)).doesNotExist();
      assertThat(LocalRedis.pidFile(directory)).doesNotExist();
    }
  }

  private ServerProcess postgres() {
    return ServerProcess.of(LocalPostgres.pidFile(directory), directory.binaries()).orElseThrow();
  }

  private ServerProcess redis() {
    return ServerProcess.of(LocalRedis.pidFile(directory), directory.binaries()).orElseThrow();
  }
}
