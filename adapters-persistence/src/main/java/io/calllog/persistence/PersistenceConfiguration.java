package io.calllog.persistence;

import io.calllog.domain.analytics.ReportingZone;
import io.calllog.persistence.connection.PrimaryDataSource;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The adapters for PostgreSQL. Requires a data source, Flyway and JPA as Spring Boot configures
 * them, an {@link java.time.InstantSource} and a {@link ReportingZone}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EntityScan
@EnableJpaRepositories
@EnableScheduling
public class PersistenceConfiguration {

  /** The first migration stores the time zone; later only a command changes it. */
  @Bean
  FlywayConfigurationCustomizer reportingTimeZone(ReportingZone zone) {
    return flyway -> flyway.placeholders(Map.of("reporting-time-zone", zone.toString()));
  }

  /**
   * Copies the settings of the driver, such as {@code sslmode}, from the connection pool to the
   * connection of the migrations, except its time limits: statements of migrations have none, and
   * connecting may take 10 seconds ({@code loginTimeout}), because a starting process is slow.
   */
  @Bean
  FlywayConfigurationCustomizer migrationDriverSettings(Environment environment) {
    Properties settings =
        Binder.get(environment)
            .bind("spring.datasource.hikari.data-source-properties", Properties.class)
            .orElseGet(Properties::new);
    settings.remove("options");
    settings.remove("socketTimeout");
    settings.setProperty("loginTimeout", "10");
    return flyway -> {
      if (flyway.getDataSource() instanceof SimpleDriverDataSource connections) {
        connections.setConnectionProperties(settings);
        String url = connections.getUrl();
        if (url != null && PrimaryDataSource.fits(url)) {
          flyway.dataSource(
              new PrimaryDataSource(
                  url, connections.getUsername(), connections.getPassword(), settings));
        }
      }
    };
  }

  /**
   * Migrations have a connection of their own, to the database of the application: a migration may
   * take longer than the time limits of the connection pool. The user is {@code
   * spring.flyway.user}, or else the user of the application.
   */
  @Bean
  FlywayConnectionDetails migrationConnection(
      ObjectProvider<JdbcConnectionDetails> application, FlywayProperties flyway) {
    return new MigrationConnection(application.getIfAvailable(), flyway);
  }

  private record MigrationConnection(
      @Nullable JdbcConnectionDetails application, FlywayProperties flyway)
      implements FlywayConnectionDetails {

    @Override
    public @Nullable String getJdbcUrl() {
      return flyway.getUrl() != null || application == null
          ? flyway.getUrl()
          : application.getJdbcUrl();
    }

    @Override
    public @Nullable String getUsername() {
      return flyway.getUser() != null || application == null
          ? flyway.getUser()
          : application.getUsername();
    }

    @Override
    public @Nullable String getPassword() {
      return flyway.getUser() != null || application == null
          ? flyway.getPassword()
          : application.getPassword();
    }
  }
}
