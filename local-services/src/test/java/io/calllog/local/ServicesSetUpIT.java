package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the services are set up that a person works with. */
class ServicesSetUpIT {

  private static LocalDirectory directory;
  private static LocalServices services;

  @BeforeAll
  static void open() throws IOException {
    directory = LocalDirectory.prepare(SharedDirectory.empty());
    services = LocalServices.in(directory.path(), DataLifetime.KEPT);
  }

  @AfterAll
  static void close() {
    services.close();
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

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
