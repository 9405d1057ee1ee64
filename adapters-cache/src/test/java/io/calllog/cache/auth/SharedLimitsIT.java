package io.calllog.cache.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import io.calllog.application.shared.TooManyRequests;
import io.calllog.cache.RedisRelay;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Limits hold across all nodes, and on each node while Redis fails. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SharedLimitsIT {

  /** Much less than if every decision waited for Redis. */
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final Duration BACK_AGAIN = Duration.ofSeconds(20);
  private static final String UNAVAILABLE =
      "Redis is unavailable, so this node applies the limits on its own";
  private static final String AVAILABLE =
      "Redis is available again. Without Redis, this node applies";

  @TempDir private static Path directory;
  private LocalServices services;
  private RedisClient client;
  private RedisCommands<String, String> content;
  private RedisRelay relay;
  private ManualClock clock;
  private String caller;

  @BeforeAll
  void start_redis() {
    services = LocalServices.in(directory, DataLifetime.ONE_RUN);
    var redis = services.redis();
    client =
        RedisClient.create(
            "redis://%s@%s:%s".formatted(redis.password(), redis.host(), redis.port()));
    content = client.connect().sync();
  }

  @AfterAll
  void stop_redis() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
    services.close();
  }

  @BeforeEach
  void begin() {
    content.flushall();
    relay = new RedisRelay(services.redis());
    clock = new ManualClock();
    caller = "officer " + UUID.randomUUID();
  }

  @AfterEach
  void disconnect() {
    relay.close();
  }

  @Test
  void two_nodes_share_a_quota() {
    try (LimitingNode one = patient();
        LimitingNode other = patient()) {
      assertThat(one.granted(caller, 40)).isEqualTo(40);
      assertThat(other.granted(caller, 40)).isEqualTo(20);
      assertThat(one.granted(caller, 1)).isZero();
      clock.pass(Duration.ofSeconds(1));
      assertThat(other.granted(caller, 3) + one.granted(caller, 5)).isEqualTo(5);
      assertThat(one.localDecisions() + other.localDecisions()).isZero();
    }
  }

  @Test
  void two_nodes_share_a_quota_under_concurrent_requests() throws InterruptedException {
    var granted = new AtomicInteger();
    try (LimitingNode one = patient();
        LimitingNode other = patient()) {
      List<Thread> threads =
          IntStream.range(0, 1_000)
              .mapToObj(i -> i % 2 == 0 ? one : other)
              .map(node ->
                  Thread.ofVirtual().start(() -> granted.addAndGet(node.granted(caller, 1))))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(one.refused("api") + other.refused("api")).isEqualTo(940);
    }
    assertThat(granted).hasValue(60);
  }

  /** Bursts on any of the nodes, pauses in which the bucket becomes full, and steady requests. */
  @Test
  void two_nodes_grant_what_one_bucket_would_within_one_percent() {
    var random = new Random(7);
    Bucket ideal =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(60).refillGreedy(300, Duration.ofMinutes(1)))
            .withCustomTimePrecision(clock)
            .build();
    int allowed = 0;
    int granted = 0;
    try (LimitingNode one = patient();
        LimitingNode other = patient()) {
      for (int i = 0; i < 1_500; i++) {
        clock.pass(Duration.ofMillis(i % 100 == 0 ? 15_000 : random.nextInt(500)));
        int requests = 1 + random.nextInt(3);
        granted += (random.nextBoolean() ? one : other).granted(caller, requests);
        for (int request = 0; request < requests; request++) {
          allowed += ideal.tryConsume(1) ? 1 : 0;
        }
      }
      assertThat(one.localDecisions() + other.localDecisions()).isZero();
      assertThat(one.refused("api") + other.refused("api")).isGreaterThan(100);
    }
    assertThat((double) granted).isCloseTo(allowed, withinPercentage(1.0));
  }

  @Test
  void asks_redis_for_a_fraction_of_the_requests_far_from_the_limit() {
    try (LimitingNode node = patient()) {
      content.configResetstat();
      assertThat(node.granted(caller, 28)).isEqualTo(28);
      assertThat(content.info("commandstats")).contains("cmdstat_eval:calls=8,");
      clock.pass(Duration.ofSeconds(20));
      assertThat(node.granted(caller, 60))
          .as("one is held, 33 are far from the limit, 26 near it")
          .isEqualTo(60);
      assertThat(content.info("commandstats")).contains("cmdstat_eval:calls=43,");
    }
  }

  @Test
  void stores_no_names_in_redis_and_lets_every_key_expire() {
    try (LimitingNode node = patient()) {
      node.granted("network 192.0.2.1", 1);
      node.throttle.reserve("eve@example.com", "192.0.2.1");
      node.throttle.countFailure("192.0.2.1");
    }
    assertThat(content.keys("*"))
        .hasSize(4)
        .allMatch(key -> key.matches("calllog:limit:[a-z-]+:[0-9]+-[0-9]+-[0-9]+:[0-9a-f]{64}"))
        .allSatisfy(key -> {
          assertThat(content.pttl(key)).isBetween(1L, Duration.ofMinutes(16).toMillis());
          assertThat(String.valueOf(content.get(key))).doesNotContain("eve", "192.0.2.1");
        });
  }

  @Test
  void limits_locally_when_redis_is_unavailable_at_the_start() throws IOException {
    String nowhere = "redis://127.0.0.1:" + unusedPort();
    try (LimitingNode node = LimitingNode.on(nowhere, clock)) {
      assertLimitsSoon(node);
      assertThat(node.localDecisions()).isEqualTo(100);
      for (int i = 0; i < 5; i++) {
        node.throttle.reserve("eve", "here");
        node.throttle.countFailure("here");
      }
      assertThatExceptionOfType(TooManyRequests.class)
          .isThrownBy(() -> node.throttle.reserve("eve", "here"));
      assertThat(node.refused("account-and-address")).isOne();
    }
  }

  @Test
  void limits_locally_while_redis_hangs() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LimitingNode node = LimitingNode.on("redis://127.0.0.1:" + silent.getLocalPort(), clock)) {
      assertLimitsSoon(node);
    }
  }

  @Test
  void starts_with_a_full_local_bucket_when_redis_becomes_unavailable() {
    try (LimitingNode node = LimitingNode.on(relay.url(), clock)) {
      awaitRedis(node);
      assertThat(node.granted(caller, 50)).isEqualTo(50);
      relay.interrupt();
      assertThat(node.granted(caller, 70)).isEqualTo(60);
      clock.pass(Duration.ofSeconds(1));
      assertThat(node.granted(caller, 20)).isEqualTo(5);
    }
  }

  @Test
  void limits_sign_ins_locally_when_redis_becomes_unavailable() {
    try (LimitingNode node = LimitingNode.on(relay.url(), clock)) {
      awaitRedis(node);
      relay.interrupt();
      for (int i = 0; i < 20; i++) {
        node.throttle.reserve("eve", "here");
        node.throttle.refund("eve", "here");
      }
      for (int i = 0; i < 5; i++) {
        node.throttle.reserve("eve", "here");
      }
      assertThatExceptionOfType(TooManyRequests.class)
          .isThrownBy(() -> node.throttle.reserve("eve", "here"))
          .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(3)));
    }
  }

  @Test
  void shares_again_when_redis_is_back() {
    try (LimitingNode one = LimitingNode.on(relay.url(), clock);
        LimitingNode other = patient()) {
      awaitRedis(one);
      relay.interrupt();
      assertThat(one.granted(caller, 70)).isEqualTo(60);
      relay.restore();
      awaitRedis(one);
      assertThat(other.granted(caller, 50)).as("counted apart meanwhile").isEqualTo(50);
      awaitRedis(one);
      assertThat(one.granted(caller, 20)).isEqualTo(10);
    }
  }

  @Test
  void replaces_a_connection_that_fell_silent() {
    try (LimitingNode node = LimitingNode.on(relay.url(), clock)) {
      awaitRedis(node);
      relay.fallSilent();
      assertLimitsSoon(node);
      relay.restore();
      awaitRedis(node);
    }
  }

  @Test
  void keeps_the_connection_to_a_slow_redis_when_commands_with_a_shorter_timeout_fail() {
    try (LimitingNode node = LimitingNode.on(relay.url(), clock)) {
      awaitRedis(node);
      int connections = relay.accepted();
      int before = node.localDecisions();
      GuardedRedis impatient = node.impatient();
      relay.slowDown(Duration.ofMillis(60));

      for (int timeouts = 0; timeouts < 3; timeouts += timesOut(impatient) ? 1 : 0) {
        assertThat(node.granted(caller, 1)).isOne();
      }

      assertThat(relay.accepted()).isEqualTo(connections);
      assertThat(node.localDecisions()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "\u0001\u0002\u0003\u0004\u0005"})
  void decides_locally_about_a_key_that_holds_no_bucket(String foreign) {
    try (LimitingNode node = patient()) {
      node.granted(caller, 1);
      content.set(content.keys("*").getFirst(), foreign);
      assertThat(node.granted(caller, 100)).isEqualTo(60);
      assertThat(node.localDecisions()).isEqualTo(100);
      node.granted("another " + caller, 1);
      assertThat(node.localDecisions()).as("the circuit breaker stays closed").isEqualTo(100);
    }
  }

  @Test
  void logs_an_outage_that_lasts_once_when_it_is_noticed_and_once_when_it_is_over(
      CapturedOutput output) {
    try (LimitingNode node = LimitingNode.on(relay.url(), clock)) {
      awaitRedis(node);
      int start = output.getOut().length();
      relay.interrupt();
      await()
          .atMost(BACK_AGAIN)
          .until(() -> {
            node.granted(caller, 1);
            return output.getOut().substring(start).contains(UNAVAILABLE);
          });
      relay.restore();
      await()
          .atMost(BACK_AGAIN)
          .until(() -> {
            node.granted(caller, 1);
            return output.getOut().substring(start).contains(AVAILABLE);
          });
      assertThat(output.getOut().substring(start))
          .containsOnlyOnce(UNAVAILABLE)
          .containsOnlyOnce(AVAILABLE);
    }
  }

  /** Whether a command was sent and timed out; an open circuit breaker does not count. */
  private static boolean timesOut(GuardedRedis impatient) {
    try {
      impatient.get("anything");
      return false;
    } catch (CallNotPermittedException _) {
      return false;
    } catch (RuntimeException _) {
      return true;
    }
  }

  private void assertLimitsSoon(LimitingNode node) {
    Instant begin = Instant.now();
    assertThat(node.granted(caller, 100)).isEqualTo(60);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON);
  }

  /** Makes requests of other callers until one is decided in Redis. */
  private static void awaitRedis(LimitingNode node) {
    await()
        .atMost(BACK_AGAIN)
        .until(() -> {
          int before = node.localDecisions();
          node.granted("another " + UUID.randomUUID(), 1);
          return node.localDecisions() == before;
        });
  }

  private LimitingNode patient() {
    var redis = services.redis();
    return LimitingNode.patient(
        "redis://:%s@%s:%s".formatted(redis.password(), redis.host(), redis.port()), clock);
  }

  private static int unusedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
