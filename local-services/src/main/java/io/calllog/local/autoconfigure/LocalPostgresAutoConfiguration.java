package io.calllog.local.autoconfigure;

import io.calllog.local.LocalServices;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Connects the application to the local PostgreSQL unless {@code spring.datasource.url} is set or
 * somebody else (Testcontainers, a test) knows where PostgreSQL is. The server is started when the
 * connection is first needed.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(OnNoPostgresConfigured.class)
public final class LocalPostgresAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(JdbcConnectionDetails.class)
  LocalPostgresConnectionDetails localPostgresConnectionDetails(Environment environment) {
    return new LocalPostgresConnectionDetails(LocalServicesSettings.from(environment).services());
  }

  record LocalPostgresConnectionDetails(LocalServices services) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
      return services.postgres().username();
    }

    @Override
    public String getPassword() {
      return services.postgres().password();
    }

    @Override
    public String getJdbcUrl() {
      return services.postgres().url();
    }
  }
}
