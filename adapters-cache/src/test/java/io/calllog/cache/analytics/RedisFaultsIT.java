package io.calllog.cache.analytics;

import static io.calllog.cache.analytics.Samples.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.cache.RedisRelay;
import io.calllog.cache.analytics.CacheMetrics.Result;
import io.calllog.local.DataLifetime;
import io.calllog.local.LocalServices;
import io.calllog.local.RedisConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Reports are answered while Redis fails, and its failures are counted. */
@ExtendWith(OutputCaptureExtension.class)
class RedisFaultsIT {

  /** Much less than if each question waited for Redis. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final Duration BACK_AGAIN = Duration.ofSeconds(10);

  @TempDir private static Path directory;
  private static LocalServices services;

  private RedisContent redis;
  private RedisRelay relay;

  @BeforeAll
  static void start_redis() {
    services = LocalServices.in(directory, DataLifetime.ONE_RUN);
  }

  @AfterAll
  static void stop_redis() {
    services.close();
  }

  @BeforeEach
  void empty_redis() {
    redis = new RedisContent(services.redis());
    redis.clear();
    relay = new RedisRelay(services.redis());
  }

  @AfterEach
  void disconnect() {
    redis.close();
    relay.close();
  }

  @Test
  void unavailable_from_the_start() throws IOException {
    try (Node node = Node.on("redis://127.0.0.1:" + unusedPort())) {
      assertComputesSoon(node, 50);
      assertThat(node.counted(Result.FAILURE)).isGreaterThanOrEqualTo(50);
      assertThat(node.recent(Samples.key(0)).cached()).as("near").isTrue();
    }
  }

  @Test
  void unavailable_at_first() {
    relay.interrupt();
    try (Node node = Node.on(relay.url())) {
      assertComputesSoon(node, 20);
      relay.restore();
      assertUsedAgain(node);
    }
  }

  @Test
  void stopped(@TempDir Path own) {
    LocalServices mortal = LocalServices.in(own, DataLifetime.ONE_RUN);
    RedisConnection connection = mortal.redis();
    try (Node node =
        Node.on(
            "redis://:%s@%s:%s"
                .formatted(connection.password(), connection.host(), connection.port()))) {
      node.awaitRedis();
      node.recent(ALL);
      int failures = node.counted(Result.FAILURE);
      mortal.close();
      assertThat(node.recent(ALL).cached()).as("near").isTrue();
      node.expireNear();
      assertThat(node.recent(ALL).cached()).isFalse();
      assertComputesSoon(node, 50);
      assertThat(node.counted(Result.FAILURE)).isGreaterThan(failures);
    } finally {
      mortal.close();
    }
  }

  @Test
  void unavailable_for_a_while() {
    try (Node node = Node.on(relay.url())) {
      node.awaitRedis();
      relay.interrupt();
      assertComputesSoon(node, 50);
      relay.restore();
      assertUsedAgain(node);
    }
  }

  @Test
  void unavailable_until_the_client_pauses_between_attempts() {
    try (Node node = Node.on(relay.url())) {
      node.awaitRedis();
      relay.interrupt();
      int before = relay.accepted();
      await().atMost(Duration.ofSeconds(30)).until(() -> relay.accepted() > before + 12);
      relay.restore();
      assertUsedAgain(node);
    }
  }

  @Test
  void hanging_from_the_start() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Node node = Node.on("redis://127.0.0.1:" + silent.getLocalPort())) {
      assertComputesSoon(node, 50);
      assertThat(node.counted(Result.FAILURE)).isGreaterThanOrEqualTo(50);
    }
  }

  @Test
  void hanging_from_the_start_delays_only_one_of_many_callers() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Node node = Node.on("redis://127.0.0.1:" + silent.getLocalPort())) {
      Instant before = Instant.now();
      List<Caller<ReportAnswer>> callers = Caller.many(50, i -> node.recent(Samples.key(i)));
      assertThat(callers).extracting(caller -> caller.answer().cached()).containsOnly(false);
      assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
    }
  }

  @Test
  void hanging_for_a_while() {
    try (Node node = Node.on(relay.url())) {
      node.awaitRedis();
      int failures = node.counted(Result.FAILURE);
      relay.fallSilent();
      assertComputesSoon(node, 50);
      assertThat(node.counted(Result.FAILURE)).isGreaterThanOrEqualTo(failures + 50);
      // The old connection stays silent, so the node must open another one.
      relay.restore();
      assertUsedAgain(node);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[1,2,3]",
        "\u0000\u0001\u0002",
        "{\"until\":7}",
        "{\"until\":7,\"answer\":{}}"
      })
  void text_that_is_not_an_entry(String text) {
    try (Node node = Node.patient(relay.url(), Duration.ofMinutes(1))) {
      keepOneAnswer(node);
      redis.commands().set(redis.onlyKey(), text);
      assertIsReplaced(node, Result.CORRUPT);
    }
  }

  @Test
  void a_value_of_another_type() {
    try (Node node = Node.patient(relay.url(), Duration.ofMinutes(1))) {
      keepOneAnswer(node);
      String key = redis.onlyKey();
      redis.commands().del(key);
      redis.commands().rpush(key, "a", "b");
      assertIsReplaced(node, Result.MISS);
    }
  }

  @Test
  void a_value_of_another_type_does_not_open_the_circuit_breaker() {
    try (Node node = Node.patient(relay.url(), Duration.ofMinutes(1))) {
      keepOneAnswer(node);
      String key = redis.onlyKey();
      redis.commands().del(key);
      redis.commands().rpush(key, "a");
      int failures = node.counted(Result.FAILURE);
      node.expireNear();
      node.recent(ALL);
      node.recent(Samples.key(1));
      assertThat(node.counted(Result.FAILURE)).isEqualTo(failures);
      assertThat(redis.keys()).hasSize(2);
    }
  }

  @Test
  void full() {
    try (Node node = Node.on(relay.url())) {
      node.awaitRedis();
      redis.clear();
      redis.commands().configSet("maxmemory", "1");
      assertComputesSoon(node, 5);
      redis.commands().configSet("maxmemory", "0");
      assertThat(redis.keys()).isEmpty();
      assertThat(node.counted(Result.FAILURE)).isPositive();
      assertUsedAgain(node);
    } finally {
      redis.commands().configSet("maxmemory", "0");
    }
  }

  @Test
  void a_wrong_password() {
    try (Node node = Node.on(relay.url().replace("@", "wrong@"))) {
      assertComputesSoon(node, 20);
      assertThat(node.counted(Result.FAILURE)).isPositive();
    }
  }

  @Test
  void read_only_after_a_failover(@TempDir Path own, CapturedOutput output) throws IOException {
    try (LocalServices promoted = LocalServices.in(own, DataLifetime.ONE_RUN);
        var other = new RedisContent(promoted.redis());
        Node node = Node.on(relay.url())) {
      other.commands().configSet("requirepass", services.redis().password());
      node.awaitRedis();
      redis.commands().replicaof("127.0.0.1", unusedPort());
      await()
          .during(Duration.ofSeconds(4))
          .atMost(BACK_AGAIN)
          .until(() -> {
            node.expireNear();
            return !node.recent(ALL).cached();
          });
      relay.leadTo(promoted.redis());
      assertUsedAgain(node);
      assertThat(output).containsOnlyOnce("Redis is unavailable").doesNotContain("available again");
    } finally {
      redis.commands().replicaofNoOne();
    }
  }

  private void keepOneAnswer(Node node) {
    node.awaitRedis();
    redis.clear();
    node.fresh(ALL);
  }

  private void assertIsReplaced(Node node, Result expected) {
    int before = node.counted(expected);
    int hits = node.counted(Result.HIT);
    node.expireNear();
    ReportAnswer computed = node.recent(ALL);
    assertThat(computed.cached()).isFalse();
    assertThat(node.counted(expected)).isEqualTo(before + 1);
    node.expireNear();
    assertThat(Node.number(node.recent(ALL))).isEqualTo(Node.number(computed));
    assertThat(node.counted(Result.HIT)).isEqualTo(hits + 1);
  }

  private static void assertComputesSoon(Node node, int questions) {
    Instant before = Instant.now();
    for (int i = 0; i < questions; i++) {
      assertThat(node.recent(Samples.key(i)).cached()).isFalse();
    }
    assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
  }

  private static void assertUsedAgain(Node node) {
    Instant before = Instant.now();
    node.awaitRedis();
    assertThat(Duration.between(before, Instant.now())).isLessThan(BACK_AGAIN);
  }

  private static int unusedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
