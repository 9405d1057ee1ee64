package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts, stops and crashes of the servers. */
class LocalServicesIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private LocalDirectory directory;
  private LocalServices services;

  @BeforeEach
  void open() throws IOException {
    directory = SharedDirectory.empty();
    services = LocalServices.in(directory.path(), DataLifetime.KEPT);
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void a_jvm_has_one_instance_per_directory() {
    assertThat(
            LocalServices.in(
                directory.path().resolve("../" + directory.path().getFileName()),
                DataLifetime.KEPT))
        .isSameAs(services);
  }

  @Test
  void keeps_data_between_runs() {
    Clients.execute(services.postgres(), "CREATE TABLE kept AS SELECT 'still here' AS text");
    assertThat(Clients.redis(services.redis(), "SET kept still-here")).isEqualTo("+OK");
    services.close();
    assertThat(LocalPostgres.pidFile(directory)).doesNotExist();
    assertThat(LocalRedis.pidFile(directory)).doesNotExist();

    assertThat(Clients.query(services.postgres(), "SELECT text FROM kept")).isEqualTo("still here");
    assertThat(Clients.redis(services.redis(), "STRLEN kept")).isEqualTo(":10");
  }

  @Test
  void uses_another_port_if_the_preferred_one_is_taken() throws IOException {
    try (var _ = listener(LocalPostgres.PREFERRED_PORT);
        var _ = listener(LocalRedis.PREFERRED_PORT)) {
      PostgresConnection postgres = services.postgres();
      assertThat(postgres.url()).doesNotContain(":" + LocalPostgres.PREFERRED_PORT + "/");
      assertThat(Clients.query(postgres, "SELECT 1")).isEqualTo("1");
      assertThat(services.redis().port()).isNotEqualTo(LocalRedis.PREFERRED_PORT);
      assertThat(Clients.redis(services.redis(), "PING")).isEqualTo("+PONG");
    }
  }

  @Test
  void deletes_data_of_one_run_at_the_next_start_and_does_not_sync_them() throws IOException {
    try (var postgres = LocalPostgres.start(directory, DataLifetime.ONE_RUN, LIMIT);
        var redis = LocalRedis.start(directory, DataLifetime.ONE_RUN, LIMIT)) {
      assertThat(Clients.query(postgres.connection(), "SHOW fsync")).isEqualTo("off");
      Clients.execute(postgres.connection(), "CREATE TABLE passing (id int)");
      assertThat(Clients.redis(redis.connection(), "SET passing yes")).isEqualTo("+OK");
    }
    try (var postgres = LocalPostgres.start(directory, DataLifetime.ONE_RUN, LIMIT);
        var redis = LocalRedis.start(directory, DataLifetime.ONE_RUN, LIMIT)) {
      assertThat(Clients.query(postgres.connection(), "SELECT to_regclass('passing') IS NULL"))
          .isEqualTo("t");
      assertThat(Clients.redis(redis.connection(), "EXISTS passing")).isEqualTo(":0");
    }
  }

  @Test
  void recovers_a_postgresql_that_was_killed_while_it_worked() {
    PostgresConnection postgres = services.postgres();
    Clients.execute(postgres, "CREATE TABLE numbers AS SELECT generate_series(1, 10000) AS n");
    var work =
        CompletableFuture.runAsync(() ->
            Clients.execute(postgres, "UPDATE numbers SET n = n + length(pg_sleep(600)::text)"));
    assertThat(ServerProcess.await(() -> isWorking(postgres), LIMIT)).isTrue();
    ServerProcess.find(LocalPostgres.pidFile(directory), directory.executables())
        .orElseThrow()
        .handle()
        .destroyForcibly();
    assertThat(work).failsWithin(LIMIT);
    services.close();

    assertThat(Clients.query(services.postgres(), "SELECT sum(n) FROM numbers"))
        .isEqualTo("50005000");
  }

  @Test
  void repeats_a_first_start_that_did_not_complete() throws IOException {
    Files.writeString(directory.postgresUnfinished(), "");
    Files.createDirectory(directory.postgresData());
    Files.writeString(directory.postgresData().resolve("postgresql.conf"), "half");
    assertThat(Clients.query(services.postgres(), "SELECT 1")).isEqualTo("1");
    assertThat(directory.postgresUnfinished()).doesNotExist();
  }

  @Test
  void reports_the_log_of_a_postgresql_that_does_not_start() throws IOException {
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
  void reports_the_log_of_a_redis_that_does_not_start() throws IOException {
    LocalDirectory.createDirectory(directory.redisData());
    Files.writeString(directory.redisData().resolve("appendonly.aof"), "nonsense");
    assertThatExceptionOfType(LocalServicesException.class)
        .isThrownBy(() -> LocalRedis.start(directory, DataLifetime.KEPT, Duration.ofMillis(500)))
        .withMessageContaining("The local Redis cannot be started")
        .withMessageContaining("Bad file format")
        .satisfies(e -> assertThat(e.action()).contains("spring.data.redis.url"));
  }

  private static boolean isWorking(PostgresConnection postgres) {
    return Clients.query(
            postgres, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'UPDATE%'")
        .equals("1");
  }

  /** Occupies a port, unless another process occupies it already. */
  private static ServerSocket listener(int port) throws IOException {
    try {
      return new ServerSocket(port, 1, InetAddress.ofLiteral(LocalServices.HOST));
    } catch (BindException e) {
      return new ServerSocket();
    }
  }
}
