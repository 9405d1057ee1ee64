package io.calllog.persistence;

import io.calllog.domain.analytics.ReportingZone;
import io.calllog.persistence.shared.FreshlyPlannedJdbc;
import io.calllog.persistence.shared.SupportedPostgres;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.transaction.autoconfigure.TransactionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * All that implements the core's needs with PostgreSQL. Wants a data source, Flyway and JPA as
 * Spring Boot configures them, an {@link java.time.InstantSource} and a {@link ReportingZone}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EntityScan
@EnableJpaRepositories
@EnableScheduling
public class PersistenceConfiguration {

  /** Looks at the server before the first migration touches it. */
  @Bean
  FlywayMigrationStrategy migrateSupportedPostgres() {
    return flyway -> {
      SupportedPostgres.require(flyway.getConfiguration().getDataSource());
      flyway.migrate();
    };
  }

  /** What a day is from the first migration on; later it takes a command to change that. */
  @Bean
  FlywayConfigurationCustomizer reportingTimeZone(ReportingZone zone) {
    return flyway -> flyway.placeholders(Map.of("reporting-time-zone", zone.toString()));
  }

  /**
   * Takes the place of Spring Boot's, and like it waits for the migrations. What is asked outside
   * of a transaction is given as long as one would be.
   */
  @Bean
  @DependsOnDatabaseInitialization
  JdbcClient jdbcClient(DataSource dataSource, TransactionProperties transactions) {
    var jdbc = new FreshlyPlannedJdbc(dataSource);
    @Nullable Duration timeout = transactions.getDefaultTimeout();
    if (timeout != null) {
      jdbc.setQueryTimeout((int) timeout.toSeconds());
    }
    return JdbcClient.create(jdbc);
  }
}
