package io.calllog.cache.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.cache.CacheConfiguration;
import io.calllog.cache.RedisRelay;
import io.calllog.cache.analytics.CoreBeans;
import io.calllog.cache.shared.SharedConnection;
import io.calllog.domain.officer.ActorId;
import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Two nodes share which officers and keys have written. */
@TestInstance(Lifecycle.PER_CLASS)
class RecentWritesIT {

  private static final Duration MEMORY = Duration.ofSeconds(2);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  @TempDir private static Path directory;
  private final ActorId actor = new ActorId(UUID.randomUUID());
  private LocalServices services;
  private RedisRelay relay;
  private ConfigurableApplicationContext first;
  private ConfigurableApplicationContext second;

  @BeforeAll
  void start_two_nodes() {
    services = LocalServices.in(directory, DataLifetime.ONE_RUN);
    relay = new RedisRelay(services.redis());
    first = node();
    second = node();
  }

  @AfterAll
  void stop() {
    first.close();
    second.close();
    relay.close();
    services.close();
  }

  @Test
  void are_seen_by_every_node_for_as_long_as_asked() {
    RecentWrites here = writes(first);
    RecentWrites there = writes(second);
    assertThat(here.mayHaveWrittenWithin(actor, () -> MEMORY)).isFalse();

    here.record(actor);

    assertThat(here.mayHaveWrittenWithin(actor, () -> MEMORY)).isTrue();
    assertThat(there.mayHaveWrittenWithin(actor, () -> MEMORY)).isTrue();
    assertThat(there.mayHaveWrittenWithin(new ActorId(UUID.randomUUID()), () -> MEMORY)).isFalse();
    await()
        .atMost(LONG_ENOUGH)
        .until(() ->
            !here.mayHaveWrittenWithin(actor, () -> Duration.ofMillis(200))
                && !there.mayHaveWrittenWithin(actor, () -> Duration.ofMillis(200)));
    await()
        .atMost(LONG_ENOUGH)
        .until(() ->
            !here.mayHaveWrittenWithin(actor, () -> MEMORY)
                && !there.mayHaveWrittenWithin(actor, () -> MEMORY));
  }

  @Test
  void are_assumed_without_waiting_while_redis_is_unavailable_or_silent() {
    RecentWrites node = writes(first);
    assertThat(node.mayHaveWrittenWithin(actor, () -> MEMORY)).isFalse();
    for (Runnable outage : List.<Runnable>of(relay::interrupt, relay::fallSilent)) {
      outage.run();
      long start = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        node.record(actor);
        assertThat(node.mayHaveWrittenWithin(new ActorId(UUID.randomUUID()), () -> MEMORY))
            .isTrue();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      relay.restore();
      await()
          .atMost(LONG_ENOUGH)
          .until(() -> !node.mayHaveWrittenWithin(new ActorId(UUID.randomUUID()), () -> MEMORY));
    }
  }

  private static RecentWrites writes(ConfigurableApplicationContext node) {
    return new RecentWrites(node.getBean(SharedConnection.class), MEMORY);
  }

  private ConfigurableApplicationContext node() {
    return new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties("spring.data.redis.url=" + relay.url())
        .run();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(DataRedisAutoConfiguration.class)
  @Import({CacheConfiguration.class, CoreBeans.class})
  static class Wiring {}
}
