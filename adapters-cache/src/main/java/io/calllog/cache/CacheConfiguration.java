package io.calllog.cache;

import static java.util.Objects.requireNonNullElse;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import java.time.Duration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes Lettuce, the client of Redis, fail fast. Left alone it keeps commands in a queue while
 * Redis is away, and their callers waiting for a minute. Whoever uses Redis still has to do without
 * it: a command fails at once or after the time limit, and works again soon after Redis is back.
 */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {

  private static final Duration TIME_LIMIT = Duration.ofMillis(500);

  /** Refuses commands while the connection is lost; it is restored in the background. */
  @Bean
  LettuceClientOptionsBuilderCustomizer rejectsCommandsWhileDisconnected(
      DataRedisProperties settings) {
    Duration connectTimeout = requireNonNullElse(settings.getConnectTimeout(), TIME_LIMIT);
    return options ->
        options
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(
                SocketOptions.builder().connectTimeout(connectTimeout).keepAlive(true).build());
  }

  @Bean
  LettuceClientConfigurationBuilderCustomizer limitsTheTimeOfACommand(
      DataRedisProperties settings) {
    Duration timeout = requireNonNullElse(settings.getTimeout(), TIME_LIMIT);
    return client -> client.commandTimeout(timeout);
  }
}
