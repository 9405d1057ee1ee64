package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServicesIT {

  @TempDir static Path folder;
  private LocalDirectory directory;
  private LocalServices services;

  @BeforeEach
  void open() {
    directory = LocalDirectory.prepare(folder.resolve("with a space"));
    services = LocalServices.in(directory.path(), DataLifetime.KEPT);
  }

  @AfterEach
  void close() throws IOException {
    services.close();
    SharedDirectory.forgetAllButTheExecutables(directory);
  }

  @Test
  void a_directory_has_one_instance_in_a_jvm() {
    assertThat(LocalServices.in(folder.resolve("./with a space"), DataLifetime.KEPT))
        .isSameAs(services);
  }

  @Test
  void the_kept_database_is_a_careful_postgresql_18_in_unicode() throws SQLException {
    PostgresConnection postgres = services.postgres();
    assertThat(Clients.query(postgres, "SHOW server_version")).startsWith("18.6");
    assertThat(Clients.query(postgres, "SHOW fsync")).isEqualTo("on");
    assertThat(Clients.query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(Clients.query(postgres, "SHOW full_page_writes")).isEqualTo("on");
    assertThat(Clients.query(postgres, "SHOW max_connections")).isEqualTo("200");
    assertThat(Clients.query(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
    assertThat(
            Clients.query(
                postgres,
                "SELECT format('%s %s', datlocprovider, datlocale) FROM pg_database WHERE datname ="
                    + " current_database()"))
        .isEqualTo("b C.UTF-8");
  }

  @Test
  void the_application_owns_its_database_and_nothing_else() throws SQLException {
    PostgresConnection postgres = services.postgres();
    assertThat(
            Clients.query(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
        .isEqualTo("f");
    Clients.execute(postgres, "CREATE EXTENSION pg_trgm");
    Clients.execute(postgres, "CREATE EXTENSION citext");
    Clients.execute(postgres, "CREATE TABLE mine (id int)");
    assertThat(Clients.query(postgres, "SELECT similarity('anna', 'anne') > 0.2")).isEqualTo("t");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> Clients.execute(postgres, "CREATE ROLE somebody"));
  }

  @Test
  void nobody_gets_in_without_the_password() {
    PostgresConnection postgres = services.postgres();
    for (String user : new String[] {postgres.username(), "postgres"}) {
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), user, "guessed"))
          .hasMessageContaining("password authentication failed");
    }
    RedisConnection redis = services.redis();
    assertThat(Clients.redis(new RedisConnection(redis.host(), redis.port(), "guessed"), "PING"))
        .startsWith("-NOAUTH");
    assertThat(postgres.toString()).doesNotContain(postgres.password());
    assertThat(redis.toString()).doesNotContain(redis.password());
  }

  @Test
  void only_the_owner_can_change_the_executables_or_read_the_passwords() throws IOException {
    services.postgres();
    services.redis();
    try (var paths = Files.walk(directory.binaries(), 1)) {
      assertThat(paths.filter(Files::isDirectory))
          .hasSize(2)
          .allSatisfy(path -> assertThat(permissions(path)).isEqualTo("rwx------"));
    }
    for (String secret :
        new String[] {"postgres-superuser-password", "postgres-password", "redis-password"}) {
      assertThat(permissions(directory.secretFile(secret))).isEqualTo("rw-------");
    }
    assertThat(permissions(directory.redisData().resolve("redis.conf"))).isEqualTo("rw-------");
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
    try (AutoCloseable one = Listener.on(LocalPostgres.PREFERRED_PORT);
        AutoCloseable other = Listener.on(LocalRedis.PREFERRED_PORT)) {
      assertThat(one).isNotSameAs(other);
      PostgresConnection postgres = services.postgres();
      assertThat(postgres.url()).doesNotContain(":" + LocalPostgres.PREFERRED_PORT + "/");
      assertThat(Clients.query(postgres, "SELECT 1")).isEqualTo("1");
      assertThat(services.redis().port()).isNotEqualTo(LocalRedis.PREFERRED_PORT);
      assertThat(Clients.redis(services.redis(), "PING")).isEqualTo("+PONG");
    }
  }

  @Test
  void data_of_one_run_are_gone_in_the_next_and_not_synced() throws SQLException {
    Path passing = folder.resolve("passing");
    LocalServices run = LocalServices.in(passing, DataLifetime.ONE_RUN);
    try {
      assertThat(Clients.query(run.postgres(), "SHOW fsync")).isEqualTo("off");
      Clients.execute(run.postgres(), "CREATE TABLE passing (id int)");
      Clients.redis(run.redis(), "SET passing yes");
      run.close();
      assertThat(Clients.query(run.postgres(), "SELECT to_regclass('passing') IS NULL"))
          .isEqualTo("t");
      assertThat(Clients.redis(run.redis(), "EXISTS passing")).isEqualTo(":0");
    } finally {
      run.close();
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

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Somebody else on a port; if somebody really is there already, all the better. */
  private static final class Listener {
    static AutoCloseable on(int port) throws IOException {
      return Ports.isTaken(port) ? () -> {} : new ServerSocket(port, 1, Ports.ADDRESS);
    }
  }
}
