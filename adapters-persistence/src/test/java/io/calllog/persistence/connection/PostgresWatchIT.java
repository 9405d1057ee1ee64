package io.calllog.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.calllog.persistence.OnPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A watch that does not run by itself, and a pool that it guards. */
@OnPostgres
class PostgresWatchIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final JdbcClient database;
  private final HikariDataSource pool = new HikariDataSource();
  private final SimpleDriverDataSource server = new SimpleDriverDataSource();
  private final PostgresWatch watch =
      new PostgresWatch(
          server, 3_000, PostgresWatch::ask, new PostgresWatch.Messages("gone", "back"));
  private final GuardedDataSource guarded = new GuardedDataSource(pool, watch);

  PostgresWatchIT(JdbcConnectionDetails details, JdbcClient database) {
    this.database = database;
    pool.setJdbcUrl(details.getJdbcUrl());
    pool.setUsername(details.getUsername());
    pool.setPassword(details.getPassword());
    pool.setMaximumPoolSize(2);
    pool.addDataSourceProperty("ApplicationName", "watched");
    var driver = new Properties();
    driver.setProperty("ApplicationName", "watch");
    driver.setProperty("loginTimeout", "1");
    server.setDriver(new Driver());
    server.setUrl(details.getJdbcUrl());
    server.setUsername(details.getUsername());
    server.setPassword(details.getPassword());
    server.setConnectionProperties(driver);
    watch.add(guarded);
  }

  @AfterEach
  void close_pool() {
    pool.close();
    watch.disconnect();
  }

  @Test
  void closes_connections_in_use_and_gives_out_none_until_postgresql_answers() throws Exception {
    CompletableFuture<Void> statement = CompletableFuture.runAsync(this::sleep);
    await().atMost(SOON).until(() -> sleeping() == 1);

    watch.becomeUnavailable(new SQLException("no answer", "08006"));

    assertThatThrownBy(statement::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("Socket closed");
    assertThatExceptionOfType(SQLTransientConnectionException.class)
        .isThrownBy(guarded::getConnection)
        .withRootCauseInstanceOf(SQLException.class)
        .withMessageContaining("did not answer");
    assertThat(pool.getMinimumIdle()).isZero();

    watch.check();

    assertThat(watch.isAvailable()).isTrue();
    assertThat(pool.getMinimumIdle()).isEqualTo(2);
    try (Connection connection = guarded.getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  void notices_a_server_that_is_gone_or_silent() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      server.setUrl("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/calllog");
      watch.check();
      assertThat(watch.isAvailable()).isFalse();
      watch.becomeAvailable();
    }
    watch.check();
    assertThat(watch.isAvailable()).as("the port is closed").isFalse();
  }

  @Test
  void opens_another_connection_if_only_its_own_was_closed() {
    watch.check();
    database
        .sql(
            """
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
            WHERE application_name = 'watch'
            """)
        .query(Boolean.class)
        .single();

    watch.check();

    assertThat(watch.isAvailable()).isTrue();
  }

  @Test
  void a_server_that_refuses_the_connection_for_another_reason_is_available() {
    server.setUrl(pool.getJdbcUrl().replaceFirst("/\\w+(\\?|$)", "/missing$1"));
    watch.check();
    assertThat(watch.isAvailable()).isTrue();
  }

  private void sleep() {
    JdbcClient.create(guarded).sql("SELECT pg_sleep(60)").query(_ -> {});
  }

  private int sleeping() {
    return database
        .sql(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE application_name = 'watched' AND wait_event = 'PgSleep'
            """)
        .query(Integer.class)
        .single();
  }
}
