package io.calllog.local.autoconfigure;

import io.calllog.local.LocalServices;
import io.calllog.local.RedisConnection;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Connects the application to the local PostgreSQL and the local Redis. Either gives way to
 * properties that locate such a server and to a bean with connection details, for example of
 * Testcontainers. A server starts when its connection details are first read.
 */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, DataRedisAutoConfiguration.class})
public final class LocalServicesAutoConfiguration {

  @Bean
  @Conditional(OnMissingPostgres.class)
  @ConditionalOnMissingBean(JdbcConnectionDetails.class)
  LocalPostgresConnectionDetails localPostgresConnectionDetails(Environment environment) {
    return new LocalPostgresConnectionDetails(ConnectionSettings.localServices(environment));
  }

  @Bean
  @Conditional(OnMissingRedis.class)
  @ConditionalOnMissingBean(DataRedisConnectionDetails.class)
  LocalRedisConnectionDetails localRedisConnectionDetails(Environment environment) {
    return new LocalRedisConnectionDetails(ConnectionSettings.localServices(environment));
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

  record LocalRedisConnectionDetails(LocalServices services) implements DataRedisConnectionDetails {

    @Override
    public String getPassword() {
      return services.redis().password();
    }

    @Override
    public Standalone getStandalone() {
      RedisConnection redis = services.redis();
      return Standalone.of(redis.host(), redis.port());
    }
  }

  static final class OnMissingPostgres implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !ConnectionSettings.hasPostgres(context.getEnvironment());
    }
  }

  static final class OnMissingRedis implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !ConnectionSettings.hasRedis(context.getEnvironment());
    }
  }
}
