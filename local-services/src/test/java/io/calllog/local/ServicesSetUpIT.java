package io.calllog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The configuration of the servers. */
class ServicesSetUpIT {

  private static LocalDirectory directory;
  private static PostgresConnection postgres;
  private static RedisConnection redis;

  @BeforeAll
  static void start() throws IOException {
    directory = SharedDirectory.empty();
    LocalServices services = LocalServices.in(directory.path(), DataLifetime.KEPT);
    postgres = services.postgres();
    redis = services.redis();
  }

  @AfterAll
  static void stop() {
    LocalServices.in(directory.path(), DataLifetime.KEPT).close();
  }

  @Test
  void a_kept_database_is_durable_and_in_unicode() {
    assertThat(Clients.query(postgres, "SHOW server_version")).startsWith("18.6");
    assertThat(Clients.query(postgres, "SHOW fsync")).isEqualTo("on");
    assertThat(Clients.query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(Clients.query(postgres, "SHOW full_page_writes")).isEqualTo("on");
    assertThat(Clients.query(postgres, "SHOW max_connections")).isEqualTo("200");
    assertThat(Clients.query(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
    assertThat(
            Clients.query(
                postgres,
                "SELECT format('%s %s', datlocprovider, datlocale) FROM pg_database"
                    + " WHERE datname = current_database()"))
        .isEqualTo("b C.UTF-8");
  }

  @Test
  void the_application_owns_its_database_and_is_no_superuser() {
    assertThat(
            Clients.query(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
        .isEqualTo("f");
    Clients.execute(postgres, "CREATE EXTENSION pg_trgm");
    Clients.execute(postgres, "CREATE TABLE mine (id int)");
    assertThat(Clients.query(postgres, "SELECT similarity('anna', 'anne') > 0.2")).isEqualTo("t");
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> Clients.execute(postgres, "CREATE ROLE somebody"));
  }

  @Test
  void both_servers_require_their_password() {
    for (String user : new String[] {postgres.username(), "postgres"}) {
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), user, "guessed"))
          .hasMessageContaining("password authentication failed");
    }
    assertThat(Clients.redis(new RedisConnection(redis.host(), redis.port(), "guessed"), "PING"))
        .startsWith("-NOAUTH");
    assertThat(postgres.toString()).doesNotContain(postgres.password());
    assertThat(redis.toString()).doesNotContain(redis.password());
  }

  @Test
  void only_the_owner_can_read_the_files() throws IOException {
    for (Path data : new Path[] {directory.postgresData(), directory.redisData()}) {
      assertThat(permissions(data)).as(data.toString()).isEqualTo("rwx------");
    }
    // The library lets everybody write, which is of no use without the right to enter.
    assertThat(permissions(directory.executables())).matches("rwx-.--.-");
    for (Path file :
        new Path[] {
          directory.secretFile("postgres-superuser-password"),
          directory.secretFile("postgres-password"),
          directory.secretFile("redis-password"),
          directory.redisData().resolve("redis.conf"),
          directory.postgresLog(),
          directory.redisLog()
        }) {
      assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
