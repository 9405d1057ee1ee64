package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Relay;
import io.calllog.api.Services;
import java.net.URI;
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
  private final Relay postgres = new Relay(services.host(), services.port());
  private final Relay redis =
      new Relay(
          URI.create(services.redisUrl()).getHost(), URI.create(services.redisUrl()).getPort());

  private OwnApplication application;
  private Api management;

  @BeforeAll
  void start() {
    String jdbcUrl =
        services
            .createDatabase("management")
            .replace(services.host() + ":" + services.port(), "127.0.0.1:" + postgres.port());
    application =
        OwnApplication.start(
            OwnApplication.settings(
                services,
                jdbcUrl,
                "spring.data.redis.url="
                    + services.redisUrl().replaceFirst("[^@/]+$", "127.0.0.1:" + redis.port()),
                "calllog.reporting.time-zone=Europe/London",
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
  void needs_no_token_and_ignores_one(String path) {
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
    assertThat(info.text("/git/commit/id")).matches("[0-9a-f]{7}");
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
  void health_names_what_is_down_without_details() {
    var health = management.get("/actuator/health").expect(200);
    assertThat(health.text("/components/db/status")).isEqualTo("UP");
    assertThat(health.body()).doesNotContain("details", "redis");
  }

  @Test
  void redis_does_not_matter() {
    redis.interrupt();
    try {
      management.get("/actuator/health/liveness").expect(200);
      management.get("/actuator/health/readiness").expect(200);
    } finally {
      redis.restore();
    }
  }
}
