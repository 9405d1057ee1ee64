package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the services start, stop and start again, and what stands in their way. */
class LocalServicesIT {

  private LocalDirectory directory;
  private LocalServices services;

  @BeforeEach
  void open() throws IOException {
    directory = LocalDirectory.prepare(SharedDirectory.empty());
    services = LocalServices.in(directory.path(), DataLifetime.KEPT);
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void a_directory_has_one_instance_in_a_jvm() {
    assertThat(
            LocalServices.in(
                directory.path().resolve("../" + directory.path().getFileName()),
                DataLifetime.KEPT))
        .isSameAs(services);
  }

  @Test
  void data_survive_a_stop_and_a_start() throws SQLException {
    Clients.execute(services.postgres(), "CREATE TABLE kept AS SELECT 'still here' AS text");
    assertThat(Clients.redis(services.redis(), "SET kept still-here")).isEqualTo("+OK");
    services.close();
    assertThat(LocalPostgres.pidFile(directory)).doesNotExist();
    assertThat(LocalRedis.pidFile(directory)).doesNotExist();

    assertThat(Clients.query(services.postgres(), "SELECT text FROM kept")).isEqualTo("still here");
    assertThat(Clients.redis(services.redis(), "STRLEN kept")).isEqualTo(":10");
  }

  @Test
  void a_port_somebody_listens_on_is_left_alone() throws Exception {
    try (var _ = Listener.on(LocalPostgres.PREFERRED_PORT);
        var _ = Listener.on(LocalRedis.PREFERRED_PORT)) {
      PostgresConnection postgres = services.postgres();
      assertThat(postgres.url()).doesNotContain(":" + LocalPostgres.PREFERRED_PORT + "/");
      assertThat(Clients.query(postgres, "SELECT 1")).isEqualTo("1");
      assertThat(services.redis().port()).isNotEqualTo(LocalRedis.PREFERRED_PORT);
      assertThat(Clients.redis(services.redis(), "PING")).isEqualTo("+PONG");
    }
  }

  @Test
  void data_of_one_run_are_gone_in_the_next_and_not_synced() throws Exception {
    try (var postgres = LocalPostgres.start(directory, DataLifetime.ONE_RUN);
        var redis = LocalRedis.start(directory, DataLifetime.ONE_RUN)) {
      assertThat(Clients.query(postgres.connection(), "SHOW fsync")).isEqualTo("off");
      Clients.execute(postgres.connection(), "CREATE TABLE passing (id int)");
      assertThat(Clients.redis(redis.connection(), "SET passing yes")).isEqualTo("+OK");
    }
    try (var postgres = LocalPostgres.start(directory, DataLifetime.ONE_RUN);
        var redis = LocalRedis.start(directory, DataLifetime.ONE_RUN)) {
      assertThat(Clients.query(postgres.connection(), "SELECT to_regclass('passing') IS NULL"))
          .isEqualTo("t");
      assertThat(Clients.redis(redis.connection(), "EXISTS passing")).isEqualTo(":0");
    }
  }

  @Test
  void a_first_start_that_was_cut_short_is_done_again() throws Exception {
    Files.writeString(directory.postgresUnfinished(), "");
    Files.createDirectory(directory.postgresData());
    Files.writeString(directory.postgresData().resolve("postgresql.conf"), "half");
    assertThat(Clients.query(services.postgres(), "SELECT 1")).isEqualTo("1");
    assertThat(directory.postgresUnfinished()).doesNotExist();
  }

  @Test
  void a_server_that_does_not_start_is_reported_with_the_end_of_its_log() throws IOException {
    services.postgres();
    services.close();
    Files.writeString(directory.postgresData().resolve("postgresql.auto.conf"), "nonsense = 1\n");
    assertThatExceptionOfType(LocalServicesException.class)
        .isThrownBy(() -> LocalPostgres.start(directory, DataLifetime.KEPT, Duration.ofMillis(500)))
        .withMessageContaining("The local PostgreSQL cannot be started")
        .withMessageContaining("unrecognized configuration parameter \"nonsense\"")
        .satisfies(e -> assertThat(e.action()).contains("spring.datasource.url"));
  }

  @Test
  void a_redis_that_does_not_start_is_reported_with_the_end_of_its_log() throws IOException {
    LocalDirectory.ownerOnly(directory.redisData());
    Files.writeString(directory.redisData().resolve("appendonly.aof"), "nonsense");
    assertThatExceptionOfType(LocalServicesException.class)
        .isThrownBy(() -> LocalRedis.start(directory, DataLifetime.KEPT, Duration.ofMillis(500)))
        .withMessageContaining("The local Redis has not started")
        .withMessageContaining("Bad file format")
        .satisfies(e -> assertThat(e.action()).contains("spring.data.redis.url"));
  }

  /** Somebody else on a port; if somebody really is there already, all the better. */
  private static final class Listener {
    static AutoCloseable on(int port) throws IOException {
      return Ports.isTaken(port) ? () -> {} : new ServerSocket(port, 1, Ports.ADDRESS);
    }
  }
}
