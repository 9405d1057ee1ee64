package io.calllog.bootstrap;

import io.calllog.domain.analytics.ReportingZone;
import io.calllog.persistence.SchemaMigration;
import io.calllog.persistence.connection.PostgresWatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The management port (ADR 0041). Spring Boot serves it with a context of its own, whose server
 * namespace is {@code management}.
 */
@Configuration(proxyBeanMethods = false)
class ManagementConfiguration {

  /** Nothing on the management port needs a token, and nothing is limited. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain managementSecurity() {
    return new DefaultSecurityFilterChain(ManagementConfiguration::isManagement);
  }

  private static boolean isManagement(HttpServletRequest request) {
    return WebServerApplicationContext.hasServerNamespace(
        WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()),
        "management");
  }

  /** Readiness needs no connection of a pool, so it does not depend on how many are in use. */
  @Bean
  HealthContributor dbHealthContributor(PostgresWatch postgres) {
    HealthIndicator indicator =
        () -> (postgres.isAvailable() ? Health.up() : Health.down()).build();
    return indicator;
  }

  /** Adds to version and commit, which the build has written into files. */
  @Bean
  InfoContributor schemaAndReportingZone(SchemaMigration migration, ReportingZone zone) {
    return info -> {
      String version = Objects.requireNonNullElse(migration.schemaVersion(), "unknown");
      info.withDetail("schema", Map.of("version", version))
          .withDetail("reporting", Map.of("timeZone", zone.toString()));
    };
  }
}
