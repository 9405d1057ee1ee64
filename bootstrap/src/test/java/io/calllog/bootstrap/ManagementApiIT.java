package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Relay;
import io.calllog.api.Services;
import java.sql.Connection;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The management port: probes, info and metrics. */
@TestInstance(Lifecycle.PER_CLASS)
class ManagementApiIT {

  private final Services services = Services.running();
  private final Relay postgres = services.postgresRelay();
  private final Relay redis = services.redisRelay();

  private OwnApplication application;
  private Api management;

  @BeforeAll
  void start() {
    String jdbcUrl = postgres.through(services.createDatabase("management"));
    application =
        OwnApplication.start(
            OwnApplication.settings(
                services,
                jdbcUrl,
                "spring.data.redis.url=" + redis.through(services.redisUrl()),
                "calllog.reporting.time-zone=Europe/London",
                "calllog.pools.system.validation-timeout=1000",
                OwnApplication.firstAdmin()[0],
                OwnApplication.firstAdmin()[1]));
    management = application.management();
  }

  @AfterAll
  void stop() {
    application.close();
    postgres.close();
    redis.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/info",
        "/actuator/prometheus"
      })
  void needs_no_token_and_ignores_an_invalid_token(String path) {
    management.get(path).expect(200);
    management.as("invalid").get(path).expect(200);
    assertThat(management.get(path).header("RateLimit")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/actuator",
        "/actuator/beans",
        "/actuator/configprops",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/loggers",
        "/actuator/metrics",
        "/actuator/shutdown",
        "/actuator/threaddump",
        "/api/calls",
        "/v3/api-docs",
        "/error"
      })
  void serves_nothing_else(String path) {
    management.get(path).expect(404);
    management.post(path, "{}").expect(404);
  }

  @Test
  void info_has_version_commit_schema_and_reporting_zone() {
    var info = management.get("/actuator/info").expect(200);
    assertThat(info.text("/build/version")).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(info.text("/build/commit")).matches("([0-9a-f]{40})?"); // none without Git
    assertThat(info.text("/schema/version")).matches("\\d+");
    assertThat(info.text("/reporting/timeZone")).isEqualTo("Europe/London");
  }

  @Test
  void metrics_are_in_the_format_of_prometheus() {
    application.api().get("/api/calls").expect(401);
    var metrics = management.get("/actuator/prometheus").expect(200);
    assertThat(metrics.header("Content-Type")).startsWith("text/plain");
    assertThat(metrics.body()).contains("# TYPE jvm_threads_live_threads gauge");
  }

  @Test
  void health_names_components_without_details() {
    var health = management.get("/actuator/health").expect(200);
    assertThat(health.text("/components/db/status")).isEqualTo("UP");
    assertThat(health.body()).doesNotContain("details", "redis");
  }

  @Test
  void probes_do_not_wait_for_a_connection_of_a_pool() throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      for (DataSource source : application.context().getBeansOfType(DataSource.class).values()) {
        int size = source.unwrap(HikariDataSource.class).getMaximumPoolSize();
        for (int i = 0; i < size; i++) {
          taken.add(source.getConnection());
        }
      }
      assertThat(taken).hasSizeGreaterThan(10);
      assertSoon("liveness", 200);
      assertSoon("readiness", 200);
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  @Test
  void a_silent_postgresql_makes_a_node_unready_at_once_and_leaves_it_alive() {
    postgres.fallSilent();
    try {
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> management.get("/actuator/health/readiness").status() == 503);
      assertSoon("liveness", 200);
      assertSoon("readiness", 503);
      management.get("/actuator/info").expect(200);
    } finally {
      postgres.restore();
    }
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> management.get("/actuator/health/readiness").status() == 200);
  }

  /** Uses the median of nine requests, because the machine may pause a test for longer. */
  private void assertSoon(String probe, int status) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      long start = System.nanoTime();
      management.get("/actuator/health/" + probe).expect(status);
      millis.add((System.nanoTime() - start) / 1_000_000);
    }
    assertThat(millis.stream().sorted().toList().get(4))
        .as("%s: %s", probe, millis)
        .isLessThan(100);
  }

  @Test
  void probes_do_not_depend_on_redis() {
    redis.interrupt();
    try {
      management.get("/actuator/health/liveness").expect(200);
      management.get("/actuator/health/readiness").expect(200);
    } finally {
      redis.restore();
    }
  }
}
