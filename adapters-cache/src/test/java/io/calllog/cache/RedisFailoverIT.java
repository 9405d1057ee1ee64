package io.calllog.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.cache.analytics.CoreBeans;
import io.calllog.cache.analytics.Samples;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Another Redis takes over under load, with Spring Boot's settings for Sentinel and for Cluster: no
 * request fails or waits for long, and afterwards the nodes share Redis again.
 */
class RedisFailoverIT {

  private static final Logger LOG = LoggerFactory.getLogger(RedisFailoverIT.class);
  private static final Duration NOTICED_AND_SHARED_AGAIN = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int SLOTS = 16_384;
  private static final int CALLERS = 8;

  /** Each report has another number, so that no report is in the memory of its node. */
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @TempDir private static Path directory;

  private final List<RedisServer> servers = new ArrayList<>();
  private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();

  enum Loss {
    KILLED {
      @Override
      void of(RedisServer primary, RedisServer sentinel) {
        primary.kill();
      }
    },
    SUSPENDED {
      @Override
      void of(RedisServer primary, RedisServer sentinel) {
        primary.suspend();
      }
    },
    SWITCHED {
      @Override
      void of(RedisServer primary, RedisServer sentinel) {
        try (var client = sentinelClient(sentinel);
            var commands = client.connectSentinel()) {
          commands.sync().failover("calllog");
        }
      }
    };

    abstract void of(RedisServer primary, RedisServer sentinel);
  }

  @AfterEach
  void stop() {
    workers.forEach(Worker::stop);
    nodes.forEach(ConfigurableApplicationContext::close);
    servers.forEach(RedisServer::close);
  }

  @ParameterizedTest
  @EnumSource
  void sentinel_promotes_a_replica(Loss loss) {
    RedisServer primary = server();
    RedisServer replica = server("replicaof 127.0.0.1 " + primary.port());
    awaitReplicated(replica);
    RedisServer sentinel = added(RedisServer.sentinel(directory, "calllog", primary));
    try (var client = sentinelClient(sentinel);
        var commands = client.connectSentinel()) {
      await().until(() -> commands.sync().replicas("calllog").size() == 1);
    }
    String[] settings = {
      "spring.data.redis.sentinel.master=calllog",
      "spring.data.redis.sentinel.nodes=" + sentinel.address()
    };

    assertWorksAfter(settings, () -> loss.of(primary, sentinel), replica);
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED", "SUSPENDED"})
  void a_cluster_promotes_a_replica(Loss loss) {
    List<RedisServer> primaries = IntStream.range(0, 3).mapToObj(_ -> clusterNode()).toList();
    RedisServer replica = clusterNode();
    makeCluster(primaries, replica);
    String[] settings = {
      "spring.data.redis.cluster.nodes="
          + String.join(",", servers.stream().map(RedisServer::address).toList()),
      "spring.data.redis.lettuce.cluster.refresh.adaptive=true",
      "spring.data.redis.lettuce.cluster.refresh.period=5s"
    };

    assertWorksAfter(settings, () -> loss.of(primaries.getFirst(), replica), replica);
  }

  private void assertWorksAfter(String[] settings, Runnable loss, RedisServer replica) {
    Node one = node(settings);
    Node other = node(settings);
    awaitShared(one, other);
    for (int i = 0; i < CALLERS; i++) {
      workers.add(new Worker(i % 2 == 0 ? one : other));
    }
    await().until(() -> workers.stream().allMatch(worker -> worker.done.get() > 20));

    loss.run();
    await()
        .atMost(NOTICED_AND_SHARED_AGAIN)
        .ignoreExceptions() // Sentinel closes the connections of a promoted replica
        .until(() -> isPrimary(replica));
    Instant promoted = Instant.now();
    awaitShared(one, other);
    LOG.info("Shared again after {}", Duration.between(promoted, Instant.now()));

    workers.forEach(Worker::stop);
    assertThat(workers).extracting(worker -> worker.failure.get()).containsOnlyNulls();
    LOG.info("Slowest: {}", workers.stream().map(worker -> worker.slowest).sorted().toList());
    assertThat(workers).allMatch(worker -> worker.slowest.compareTo(LONGEST_WAIT) < 0);
  }

  /** Waits until both nodes share the quotas of twenty callers in a row, and reports. */
  private static void awaitShared(Node one, Node other) {
    await()
        .atMost(NOTICED_AND_SHARED_AGAIN)
        .until(() -> IntStream.range(0, 20).allMatch(_ -> share(one, other)));
  }

  private static boolean share(Node one, Node other) {
    String caller = UUID.randomUUID().toString();
    int before = one.localDecisions() + other.localDecisions();
    one.limiter.take(caller, 10);
    boolean counted = other.limiter.take(caller, 10).remaining() == 40;
    int number = NUMBERS.incrementAndGet();
    one.report(number);
    boolean found = other.report(number).cached();
    return counted && found && one.localDecisions() + other.localDecisions() == before;
  }

  private Node node(String... settings) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .properties("spring.data.redis.timeout=50ms", "spring.data.redis.connect-timeout=500ms")
            .properties(settings)
            .run();
    nodes.add(context);
    return new Node(
        context.getBean(RequestLimiter.class),
        context.getBean(ReportCache.class),
        context.getBean(MeterRegistry.class));
  }

  private RedisServer server(String... settings) {
    return added(RedisServer.start(directory, settings));
  }

  private RedisServer clusterNode() {
    return server("cluster-enabled yes", "cluster-node-timeout 1000");
  }

  private RedisServer added(RedisServer server) {
    servers.add(server);
    return server;
  }

  private static void makeCluster(List<RedisServer> primaries, RedisServer replica) {
    RedisServer first = primaries.getFirst();
    for (int i = 0; i < primaries.size(); i++) {
      int from = SLOTS * i / primaries.size();
      int to = SLOTS * (i + 1) / primaries.size();
      primaries.get(i).asked(redis -> redis.clusterAddSlots(IntStream.range(from, to).toArray()));
      primaries.get(i).asked(redis -> redis.clusterMeet("127.0.0.1", first.port()));
    }
    replica.asked(redis -> redis.clusterMeet("127.0.0.1", first.port()));
    String id = first.asked(redis -> redis.clusterMyId());
    await()
        .ignoreExceptions()
        .until(() -> replica.asked(redis -> redis.clusterReplicate(id)).equals("OK"));
    awaitReplicated(replica);
    await()
        .until(() ->
            primaries.stream()
                .allMatch(server ->
                    server.asked(redis -> redis.clusterInfo()).contains("cluster_state:ok")
                        && server.asked(redis -> redis.clusterNodes()).lines().count() == 4));
  }

  private static void awaitReplicated(RedisServer replica) {
    await()
        .until(() ->
            replica.asked(redis -> redis.info("replication")).contains("master_link_status:up"));
  }

  private static boolean isPrimary(RedisServer server) {
    return server.asked(redis -> redis.info("replication")).contains("role:master");
  }

  private static RedisClient sentinelClient(RedisServer sentinel) {
    return RedisClient.create(RedisURI.create("127.0.0.1", sentinel.port()));
  }

  private record Node(RequestLimiter limiter, ReportCache cache, MeterRegistry meters) {

    ReportAnswer report(int number) {
      ReportCache.Key any = Samples.key(0);
      var key = new ReportCache.Key(any.question(), any.visibility(), number, any.format());
      return cache.answer(key, Freshness.RECENT, Node::computed);
    }

    private static ReportAnswer computed() {
      byte[] body = "body".getBytes(StandardCharsets.UTF_8);
      return new ReportAnswer(body, "W/\"1\"", null, Instant.now(), false);
    }

    int localDecisions() {
      return meters.find("calllog.rate-limit.local").counters().stream()
          .mapToInt(counter -> (int) counter.count())
          .sum();
    }
  }

  /** Takes from a quota and reads a report again and again. */
  private static final class Worker {

    private final String caller = UUID.randomUUID().toString();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile Duration slowest = Duration.ZERO;

    Worker(Node node) {
      var _ =
          clock.scheduleWithFixedDelay(
              () -> work(node), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void work(Node node) {
      try {
        Instant start = Instant.now();
        node.limiter.take(caller, 1);
        node.report(NUMBERS.incrementAndGet());
        Duration time = Duration.between(start, Instant.now());
        slowest = time.compareTo(slowest) > 0 ? time : slowest;
        done.incrementAndGet();
      } catch (RuntimeException | Error e) {
        failure.set(e);
        throw e; // work no more
      }
    }

    /** Waits for the requests that are in progress. */
    void stop() {
      clock.close();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(DataRedisAutoConfiguration.class)
  @Import({CacheConfiguration.class, CoreBeans.class})
  static class Wiring {}
}
