package io.calllog.bootstrap;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health has a connection of its own, so that it does not depend on how many are in use. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  @Bean
  HealthContributor dbHealthContributor(@Qualifier("systemDataSource") DataSource system) {
    return new DataSourceHealthIndicator(system);
  }
}
