package io.calllog.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.ApiTest;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class ExportApiIT {

  /** More than the buffers between the database and a client that does not read. */
  private static final int CALLS = 6_000;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  private final JdbcClient database;
  private final DataSource pool;
  private final Account officer;

  ExportApiIT(
      Accounts accounts, JdbcClient database, @Qualifier("readDataSource") DataSource pool) {
    this.database = database;
    this.pool = pool;
    this.officer = accounts.officer(Accounts.newRegion());
    logCalls(database, officer);
  }

  @Test
  void is_of_one_moment() throws IOException {
    try (var export = new UnreadExport(officer)) {
      database
          .sql("UPDATE calls SET deleted_at = now(), version = 1 WHERE officer_id = :officer")
          .param("officer", UUID.fromString(officer.id()))
          .update();

      String rest = export.rest();

      assertThat(rest).endsWith(LAST_CHUNK);
      String body = rest.replaceAll("\r\n[0-9a-f]{1,6}\r\n", "");
      assertThat(body.split("SUCCESSFUL", -1)).hasSize(CALLS + 1);
    }
    assertThat(officer.api().get("/api/calls.csv").expect(200).body().lines()).hasSize(1);
  }

  @Test
  void closes_the_connection_if_the_database_fails_in_the_middle() throws IOException {
    try (var export = new UnreadExport(officer)) {
      await()
          .atMost(PATIENCE)
          .until(() ->
              database
                  .sql(
                      """
                      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                      WHERE state = 'idle in transaction' AND query LIKE '%AS officer_name%'
                      """)
                  .query(Boolean.class)
                  .list()
                  .equals(List.of(true)));

      assertThat(export.rest()).contains("SUCCESSFUL").doesNotEndWith(LAST_CHUNK);
    }
  }

  @Test
  void some_connections_are_left_for_other_requests() throws IOException {
    try (var _ = new UnreadExport(officer);
        var _ = new UnreadExport(officer)) {
      Answer refused = officer.api().get("/api/calls.csv");

      assertThat(refused.expectProblem(503, "overloaded").header("Retry-After")).isNotEmpty();
      assertThat(refused.header("Content-Disposition")).isEmpty();
      await().atMost(PATIENCE).untilAsserted(() -> officer.api().get("/api/calls").expect(200));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> officer.api().get("/api/officers.csv").expect(200));
  }

  @Test
  void leaves_the_limits_of_the_connections_as_they_were() throws SQLException {
    officer.api().get("/api/officers.csv").expect(200);
    List<Connection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        Connection connection = pool.getConnection();
        connections.add(connection);
        assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
        try (var statement = connection.createStatement();
            var row = statement.executeQuery("SHOW statement_timeout")) {
          assertThat(row.next()).isTrue();
          assertThat(row.getString(1)).isEqualTo("5s");
        }
      }
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  @Test
  void gives_up_who_does_not_read() throws IOException {
    var services = Services.running();
    var settings =
        OwnApplication.settings(
            services,
            services.createDatabase("export"),
            "server.tomcat.connection-timeout=1s",
            "spring.datasource.hikari.maximum-pool-size=8",
            "calllog.registration.mode=open",
            OwnApplication.firstAdmin()[0],
            OwnApplication.firstAdmin()[1]);
    try (var application = OwnApplication.start(settings)) {
      Account reader = new Accounts(application.api()).officer(Accounts.newRegion());
      logCalls(application.context().getBean(JdbcClient.class), reader);
      try (var _ = new UnreadExport(reader)) {
        // There is one place, which becomes free when the server gives up.
        await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(() -> reader.api().get("/api/officers.csv").expect(200));
      }
    }
  }

  private static void logCalls(JdbcClient database, Account officer) {
    database
        .sql(
            """
            INSERT INTO calls (id, officer_id, region_key, type, outcome, duration_seconds, started_at, comment,
                               logged_by, logged_at, updated_at)
            SELECT uuidv7(), id, region_key, 'OUTGOING', 'SUCCESSFUL', 60, now(), repeat('x', 4000), id, now(), now()
            FROM officers, generate_series(1, :calls)
            WHERE id = :officer
            """)
        .param("calls", CALLS)
        .param("officer", UUID.fromString(officer.id()))
        .update();
  }
}
