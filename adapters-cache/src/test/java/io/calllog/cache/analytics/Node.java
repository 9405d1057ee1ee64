package io.calllog.cache.analytics;

import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.cache.CacheConfiguration;
import io.calllog.cache.analytics.CacheMetrics.Result;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.SharedConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The report cache of one node. Its clock stands still until a test moves it. Redis and the circuit
 * breaker use the real time.
 */
final class Node implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  final ManualTime time = new ManualTime();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final TwoLevelCache cache;

  private final AtomicInteger computations = new AtomicInteger();
  private volatile Runnable duringComputation = () -> {};

  private Node(ConfigurableApplicationContext context, Duration timeToLive) {
    this.context = context;
    this.cache =
        new TwoLevelCache(
            timeToLive,
            new GuardedRedis(
                context.getBean(SharedConnection.class), "reports are computed from PostgreSQL"),
            time,
            time,
            new CacheMetrics(meters));
  }

  /** With the default timeout of the application. */
  static Node on(String redisUrl) {
    return start(
        Duration.ofMinutes(1),
        "spring.data.redis.url=" + redisUrl,
        "spring.data.redis.timeout=50ms");
  }

  /** With a long timeout, so that a busy machine does not look like a Redis that hangs. */
  static Node patient(String redisUrl, Duration timeToLive) {
    return start(timeToLive, "spring.data.redis.url=" + redisUrl, "spring.data.redis.timeout=10s");
  }

  private static Node start(Duration timeToLive, String... settings) {
    return new Node(
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties(settings)
            .run(),
        timeToLive);
  }

  ReportAnswer recent(ReportCache.Key key) {
    return cache.answer(key, Freshness.RECENT, this::compute);
  }

  ReportAnswer fresh(ReportCache.Key key) {
    return cache.answer(key, Freshness.NEW, this::compute);
  }

  /** Runs this in each later computation, after the time of the answer was read. */
  void duringComputations(Runnable work) {
    duringComputation = work;
  }

  int computations() {
    return computations.get();
  }

  /** The number of the computation that returned an answer. */
  static int number(ReportAnswer answer) {
    return Integer.parseInt(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private ReportAnswer compute() {
    Instant asOf = time.instant();
    int number = computations.incrementAndGet();
    duringComputation.run();
    byte[] body = String.valueOf(number).getBytes(StandardCharsets.UTF_8);
    return new ReportAnswer(body, "W/\"" + number + "\"", "/next?after=" + number, asOf, false);
  }

  /** Lets the entries in this process expire. */
  void expireNear() {
    time.pass(Duration.ofSeconds(1));
  }

  int counted(Result result) {
    Counter counter =
        meters
            .find("calllog.figures.cache")
            .tag("view", "volumes")
            .tag("result", result.name().toLowerCase(Locale.ROOT))
            .counter();
    return counter == null ? 0 : (int) counter.count();
  }

  /** Returns when Redis stores the answers that this node computes. */
  void awaitRedis() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          int failures = counted(Result.FAILURE);
          fresh(Samples.key(999));
          expireNear();
          return recent(Samples.key(999)).cached() && counted(Result.FAILURE) == failures;
        });
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(DataRedisAutoConfiguration.class)
  @Import({CacheConfiguration.class, CoreBeans.class})
  static class Wiring {}
}
