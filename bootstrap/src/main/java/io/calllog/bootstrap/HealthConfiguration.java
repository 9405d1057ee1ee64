package io.calllog.bootstrap;

import io.calllog.persistence.connection.PostgresWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health needs no connection, so it is answered at once even if all of them are in use. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  @Bean
  HealthContributor dbHealthContributor(PostgresWatch postgres) {
    HealthIndicator indicator =
        () -> (postgres.isAvailable() ? Health.up() : Health.down()).build();
    return indicator;
  }
}
