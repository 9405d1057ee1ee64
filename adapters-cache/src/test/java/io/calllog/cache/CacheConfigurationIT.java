package io.calllog.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.cache.analytics.CoreBeans;
import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import io.calllog.local.RedisConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class CacheConfigurationIT {

  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
          .withUserConfiguration(CacheConfiguration.class, CoreBeans.class)
          .withPropertyValues(
              "spring.data.redis.timeout=50ms", "spring.data.redis.connect-timeout=500ms");

  @Test
  void connects_to_redis(@TempDir Path directory) {
    try (LocalServices services = LocalServices.in(directory, DataLifetime.ONE_RUN)) {
      application
          .withPropertyValues(urlOf(services.redis()))
          .run(context -> {
            var redis = context.getBean(StringRedisTemplate.class);
            awaitGreeting(redis);
            assertThat(redis.opsForValue().get("greeting")).isEqualTo("hello");
          });
    }
  }

  @Test
  void fails_commands_at_once_when_redis_becomes_unavailable(@TempDir Path directory) {
    LocalServices services = LocalServices.in(directory, DataLifetime.ONE_RUN);
    application
        .withPropertyValues(urlOf(services.redis()))
        .run(context -> {
          var redis = context.getBean(StringRedisTemplate.class);
          awaitGreeting(redis);
          services.close();
          assertThatFailsAtOnce(() -> redis.opsForValue().get("greeting"));
        });
  }

  @Test
  void starts_without_redis_and_fails_commands_at_once() throws IOException {
    int port = unusedPort();
    application
        .withPropertyValues("spring.data.redis.url=redis://127.0.0.1:" + port)
        .run(context -> {
          assertThat(context).hasNotFailed();
          var redis = context.getBean(StringRedisTemplate.class);
          assertThatFailsAtOnce(() -> redis.opsForValue().get("greeting"));
        });
  }

  @Test
  void fails_commands_soon_when_the_server_accepts_connections_and_never_answers()
      throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      application
          .withPropertyValues("spring.data.redis.url=redis://127.0.0.1:" + silent.getLocalPort())
          .run(context -> {
            var redis = context.getBean(StringRedisTemplate.class);
            assertThatFailsAtOnce(() -> redis.opsForValue().get("greeting"));
          });
    }
  }

  @Test
  void never_waits_long_before_it_reconnects() {
    application.run(context -> {
      Delay delay = context.getBean(ClientResources.class).reconnectDelay();
      assertThat(delay.createDelay(1)).isLessThan(Duration.ofMillis(10));
      assertThat(delay.createDelay(40)).hasSeconds(1);
    });
  }

  @Test
  void provides_the_cache_of_reports() {
    application.run(context -> assertThat(context).hasSingleBean(ReportCache.class));
  }

  @Test
  void rejects_a_time_to_live_of_zero() {
    application
        .withPropertyValues("calllog.analytics.cache-ttl=0s")
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("calllog.analytics.cache-ttl must be positive"));
  }

  @Test
  void uses_the_configured_timeouts() {
    application
        .withPropertyValues("spring.data.redis.timeout=7s", "spring.data.redis.connect-timeout=3s")
        .run(context -> {
          var client = context.getBean(LettuceConnectionFactory.class).getClientConfiguration();
          assertThat(client.getCommandTimeout()).hasSeconds(7);
          assertThat(client.getClientOptions().orElseThrow().getSocketOptions())
              .extracting(options -> options.getConnectTimeout().toSeconds())
              .isEqualTo(3L);
        });
  }

  /** Waits until the first connection is open and a value is stored. */
  private static void awaitGreeting(StringRedisTemplate redis) {
    await()
        .ignoreExceptions()
        .until(() -> redis.opsForValue().setIfAbsent("greeting", "hello") != null);
  }

  private static String urlOf(RedisConnection redis) {
    return "spring.data.redis.url=redis://:%s@%s:%s"
        .formatted(redis.password(), redis.host(), redis.port());
  }

  private static int unusedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void assertThatFailsAtOnce(ThrowingCallable command) {
    Instant before = Instant.now();
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(command)
        .isInstanceOfAny(RedisConnectionFailureException.class, RedisSystemException.class);
    assertThat(Duration.between(before, Instant.now())).isLessThan(AT_ONCE);
  }
}
