package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Requests that need one pool while another one is exhausted. */
@TestInstance(Lifecycle.PER_CLASS)
class PoolsApiIT {

  private static final int SIZE = 4;

  private final Services services = Services.running();
  private OwnApplication application;
  private Accounts accounts;
  private Account admin;

  @BeforeAll
  void start() {
    application =
        OwnApplication.start(
            OwnApplication.settings(
                services,
                services.createDatabase("pools"),
                "spring.datasource.hikari.maximum-pool-size=" + SIZE,
                "spring.datasource.hikari.connection-timeout=700",
                "calllog.pools.reads.data-source-properties.options=-c statement_timeout=500ms",
                "calllog.registration.mode=open",
                OwnApplication.firstAdmin()[0],
                OwnApplication.firstAdmin()[1]));
    accounts = new Accounts(application.api());
    admin = accounts.admin();
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @Test
  void slow_reads_do_not_hold_up_calls_sign_in_probes_and_revocations() throws SQLException {
    Account officer = accounts.officer(Accounts.newRegion());
    List<Connection> taken = takeAll("readDataSource");
    try {
      assertThat(
              durationOf(() -> officer.api().get("/api/clients").expectProblem(503, "unavailable")))
          .isLessThan(Duration.ofSeconds(2));

      officer.api().post("/api/calls", Samples.call()).expect(201);
      application
          .api()
          .post(
              "/api/auth/login", Api.json("email", officer.email(), "password", officer.password()))
          .expect(200);
      application.management().get("/actuator/health/readiness").expect(200);
      admin.api().delete("/api/officers/" + officer.id()).expect(204);
      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> officer.api().get("/api/clients").expect(401));
    } finally {
      release(taken);
    }
  }

  @Test
  void slow_changes_do_not_hold_up_reads_and_probes() throws SQLException {
    List<Connection> taken = takeAll("dataSource");
    try {
      assertThat(
              durationOf(() ->
                  admin
                      .api()
                      .post("/api/clients", Api.json("name", "Ann"))
                      .expectProblem(503, "unavailable")))
          .isLessThan(Duration.ofSeconds(2));
      admin.api().get("/api/clients").expect(200);
      application.management().get("/actuator/health/readiness").expect(200);
    } finally {
      release(taken);
    }
  }

  @Test
  void a_read_that_takes_too_long_is_stopped() throws SQLException {
    try (var session =
            DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/pools".formatted(services.host(), services.port()),
                services.user(),
                services.password());
        var statement = session.createStatement()) {
      session.setAutoCommit(false);
      statement.execute("LOCK TABLE clients");

      var answer = admin.api().get("/api/clients").expectProblem(503, "too-slow");

      assertThat(answer.header("Retry-After")).isEqualTo("30");
      assertThat(answer.text("/detail")).contains("Ask for less");
    }
  }

  private List<Connection> takeAll(String pool) throws SQLException {
    DataSource dataSource = application.context().getBean(pool, DataSource.class);
    List<Connection> taken = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      taken.add(dataSource.getConnection());
    }
    return taken;
  }

  private static void release(List<Connection> taken) throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
  }

  private static Duration durationOf(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
