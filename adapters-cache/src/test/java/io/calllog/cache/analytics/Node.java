package io.calllog.cache.analytics;

import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.cache.CacheConfiguration;
import io.calllog.cache.analytics.CacheMetrics.Result;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.RedisLink;
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
 * A node of the application, as far as it caches figures. Time passes in it only when a test says
 * so, but in Redis, and for a Redis that failed, as everywhere.
 */
final class Node implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  final ManualTime time = new ManualTime();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final TwoLevelCache cache;

  private final AtomicInteger computations = new AtomicInteger();
  private volatile Runnable meanwhile = () -> {};

  private Node(ConfigurableApplicationContext context, Duration timeToLive) {
    this.context = context;
    this.cache =
        new TwoLevelCache(
            timeToLive,
            new GuardedRedis(
                context.getBean(RedisLink.class), "reports are computed from PostgreSQL"),
            time,
            time,
            new CacheMetrics(meters));
  }

  /** As it is installed: a command has 50 ms. */
  static Node on(String redisUrl) {
    return start(Duration.ofMinutes(1), "spring.data.redis.url=" + redisUrl);
  }

  /** For a Redis that works: however busy the machine is, it is not taken for one that hangs. */
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

  /** Runs in each computation from now on, after the time of the answer was taken. */
  void meanwhile(Runnable work) {
    meanwhile = work;
  }

  int computations() {
    return computations.get();
  }

  /** The number of the computation that made an answer. */
  static int number(ReportAnswer answer) {
    return Integer.parseInt(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private ReportAnswer compute() {
    Instant asOf = time.instant();
    int number = computations.incrementAndGet();
    meanwhile.run();
    byte[] body = String.valueOf(number).getBytes(StandardCharsets.UTF_8);
    return new ReportAnswer(body, "W/\"" + number + "\"", "/next?after=" + number, asOf, false);
  }

  /** Nothing is near any more. */
  void forgetWhatIsNear() {
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

  /** Returns when Redis keeps what this node computes; a question is asked anew each time. */
  void awaitRedis() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          int failures = counted(Result.FAILURE);
          fresh(Samples.key(999));
          forgetWhatIsNear();
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
