package io.calllog.cache;

import static java.util.Objects.requireNonNullElse;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The adapters that use Redis, and a Redis client (Lettuce) that fails fast. By default, Lettuce
 * queues commands while it is disconnected, and callers wait for up to a minute. Here a command
 * fails at once while Lettuce is disconnected, and otherwise after 50 ms, or one second if it is
 * asynchronous ({@code spring.data.redis.timeout} changes both). A lost connection is restored
 * about a second after Redis is back. Callers must have a fallback.
 *
 * <p>Needs Spring Boot's Redis auto-configuration, an {@link java.time.InstantSource}, a {@link
 * io.micrometer.core.instrument.MeterRegistry}, and the views to be cached.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CacheConfiguration {

  /** For the cache. A report is computed sooner than a slower Redis answers. */
  private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(50);

  /**
   * For the rate limiter, whose commands are asynchronous. It waits longer than the cache, because
   * limits are exact only in Redis, and a busy node reads its answers late.
   */
  private static final Duration ASYNC_TIMEOUT = Duration.ofSeconds(1);

  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

  private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofSeconds(1);

  /** Commands fail while disconnected; Lettuce reconnects in the background. */
  @Bean
  LettuceClientOptionsBuilderCustomizer rejectsCommandsWhileDisconnected(
      DataRedisProperties settings) {
    Duration connectTimeout = requireNonNullElse(settings.getConnectTimeout(), CONNECT_TIMEOUT);
    return options ->
        options
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(longer(ASYNC_TIMEOUT, settings.getTimeout())))
            .socketOptions(
                SocketOptions.builder().connectTimeout(connectTimeout).keepAlive(true).build());
  }

  @Bean
  LettuceClientConfigurationBuilderCustomizer limitsTheTimeOfACommand(
      DataRedisProperties settings) {
    Duration timeout = requireNonNullElse(settings.getTimeout(), COMMAND_TIMEOUT);
    return client -> client.commandTimeout(timeout);
  }

  /** By default, Lettuce waits for up to 30 seconds between attempts to reconnect. */
  @Bean
  ClientResourcesBuilderCustomizer reconnectsSoon() {
    Delay delay =
        Delay.exponential(Duration.ZERO, LONGEST_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS);
    return resources -> resources.reconnectDelay(delay);
  }

  private static Duration longer(Duration one, @Nullable Duration other) {
    return other != null && other.compareTo(one) > 0 ? other : one;
  }
}
