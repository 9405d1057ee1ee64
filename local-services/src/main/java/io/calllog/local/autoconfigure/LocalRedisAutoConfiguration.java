package io.calllog.local.autoconfigure;

import io.calllog.local.LocalServices;
import io.calllog.local.RedisConnection;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Connects the application to the local Redis unless the user has set where Redis is ({@code url},
 * {@code host}, {@code port}, a sentinel's, cluster's or replicas' address) or somebody else
 * (Testcontainers, a test) knows. The server is started when the connection is first needed.
 */
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@Conditional(OnNoRedisConfigured.class)
public final class LocalRedisAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(DataRedisConnectionDetails.class)
  LocalRedisConnectionDetails localRedisConnectionDetails(Environment environment) {
    return new LocalRedisConnectionDetails(LocalServicesSettings.from(environment).services());
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
}
