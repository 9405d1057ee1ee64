package io.calllog.cache;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The adapters for Redis, and a Redis client (Lettuce) that fails fast. By default, Lettuce queues
 * commands while it is disconnected. Here such a command fails at once, and a lost connection is
 * restored about a second after Redis is back. Set {@code spring.data.redis.timeout} to a short
 * time, and handle failures of commands.
 *
 * <p>Requires Spring Boot's auto-configuration of Redis, an {@link java.time.InstantSource} and a
 * {@link io.micrometer.core.instrument.MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CacheConfiguration {

  /**
   * Shortest timeout of asynchronous commands, which the rate limiter uses. It is longer than that
   * of the cache, because limits are exact only in Redis, and a busy node reads answers late.
   */
  private static final Duration MIN_ASYNC_TIMEOUT = Duration.ofSeconds(1);

  private static final Duration MAX_RECONNECT_DELAY = Duration.ofSeconds(1);

  @Bean
  LettuceClientOptionsBuilderCustomizer rejectCommandsWhileDisconnected(
      DataRedisProperties settings) {
    Duration timeout = settings.getTimeout();
    boolean longer = timeout != null && timeout.compareTo(MIN_ASYNC_TIMEOUT) > 0;
    return options ->
        options
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(longer ? timeout : MIN_ASYNC_TIMEOUT));
  }

  /** By default, Lettuce waits for up to 30 seconds between attempts to reconnect. */
  @Bean
  ClientResourcesBuilderCustomizer limitReconnectDelay() {
    Delay delay = Delay.exponential(Duration.ZERO, MAX_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS);
    return resources -> resources.reconnectDelay(delay);
  }
}
