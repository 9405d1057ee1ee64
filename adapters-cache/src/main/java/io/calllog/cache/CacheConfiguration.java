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
 * All that is kept in Redis, and a client of it (Lettuce) that fails fast. Left alone, Lettuce
 * keeps commands in a queue while Redis is away, and their callers waiting for a minute. Here a
 * command fails at once without a connection and after 50 ms (a second when it is asynchronous)
 * with one ({@code spring.data.redis.timeout} sets another limit), and a lost connection is
 * restored about a second after Redis is back. Whoever uses Redis still has to do without it.
 *
 * <p>Wants Redis as Spring Boot configures it, an {@link java.time.InstantSource}, a {@link
 * io.micrometer.core.instrument.MeterRegistry}, and the views that are to be cached.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CacheConfiguration {

  /** An answer that takes longer is computed sooner. */
  private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(50);

  /**
   * Limits are exact only in Redis, so whoever keeps them waits longer, and does so asynchronously.
   * A node that is busy gets to its answers late.
   */
  private static final Duration ASYNC_TIMEOUT = Duration.ofSeconds(1);

  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

  private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofSeconds(1);

  /** Refuses commands while the connection is lost; it is restored in the background. */
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

  /** Lettuce would pause for up to half a minute, however short the outage after that. */
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
