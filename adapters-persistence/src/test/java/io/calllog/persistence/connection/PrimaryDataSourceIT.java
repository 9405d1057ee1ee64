package io.calllog.persistence.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.persistence.OnPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The primary behind servers that do not respond. Standbys are in {@code FailoverApiIT}. */
@OnPostgres
class PrimaryDataSourceIT {

  private static final String TARGET = "?targetServerType=primary";

  private final JdbcConnectionDetails database;

  PrimaryDataSourceIT(JdbcConnectionDetails database) {
    this.database = database;
  }

  @Test
  void reaches_the_primary_at_once_if_another_server_is_silent() throws Exception {
    try (var silent = silentServer()) {
      Instant start = Instant.now();
      try (Connection connection =
          behind(silent, requireNonNull(database.getPassword())).getConnection()) {
        assertThat(connection.isValid(1)).isTrue();
      }
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void reports_the_error_of_the_primary_rather_than_of_an_unreachable_server() throws Exception {
    ServerSocket closed = silentServer();
    closed.close();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> behind(closed, "wrong").getConnection())
        .extracting(SQLException::getSQLState)
        .isEqualTo("28P01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://a:5432,b/calllog?targetServerType=primary | true",
        "jdbc:postgresql://a,[::1]:5433/calllog?sslmode=require&targetServerType=primary&x=y | true",
        "jdbc:postgresql://a/calllog?targetServerType=primary | false",
        "jdbc:postgresql://a,b/calllog | false",
        "jdbc:postgresql://a,b/calllog?targetServerType=preferSecondary | false",
      })
  void is_used_for_several_servers_with_one_primary(String url, boolean used) {
    assertThat(PrimaryDataSource.fits(url)).isEqualTo(used);
  }

  private PrimaryDataSource behind(ServerSocket first, String password) {
    String url =
        database.getJdbcUrl().replace("://", "://127.0.0.1:%s,".formatted(first.getLocalPort()))
            + TARGET;
    var settings = new Properties();
    settings.setProperty("loginTimeout", "5");
    return new PrimaryDataSource(url, database.getUsername(), password, settings);
  }

  private static ServerSocket silentServer() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }
}
