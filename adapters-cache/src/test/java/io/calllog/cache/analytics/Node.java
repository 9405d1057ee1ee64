package io.calllog.cache.analytics;

import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.port.out.CallAnalyticsViews;
import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.Report;
import io.calllog.application.analytics.view.Volumes;
import io.calllog.cache.CacheConfiguration;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.RedisLink;
import io.calllog.domain.officer.Visibility;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
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
  final FakeViews computing = new FakeViews();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final CallAnalyticsViews views;

  private Node(ConfigurableApplicationContext context, Duration timeToLive) {
    this.context = context;
    CachedViews cachedViews =
        new CachedViews(
            timeToLive,
            new GuardedRedis(context.getBean(RedisLink.class), "figures are computed"),
            time,
            time,
            meters);
    this.views = new CachingCallAnalyticsViews(computing, cachedViews);
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

  Report<Volumes> volumes(FiguresFilter filter) {
    return views.volumes(filter, Visibility.EVERYTHING, Freshness.RECENT);
  }

  Report<Volumes> newVolumes(FiguresFilter filter) {
    return views.volumes(filter, Visibility.EVERYTHING, Freshness.NEW);
  }

  /** Which computation volumes come from. */
  static long number(Report<Volumes> report) {
    return report.content().days().getFirst().figures().calls();
  }

  /** Nothing is near any more. */
  void forgetWhatIsNear() {
    time.pass(Duration.ofSeconds(1));
  }

  int counted(LookUp result) {
    return (int)
        meters
            .get("calllog.figures.cache")
            .tag("view", "volumes")
            .tag("result", result.tag())
            .counter()
            .count();
  }

  /** Returns when Redis keeps what this node computes; a question is asked anew each time. */
  void awaitRedis() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          int failures = counted(LookUp.FAILURE);
          newVolumes(Samples.question(999));
          forgetWhatIsNear();
          return volumes(Samples.question(999)).cached() && counted(LookUp.FAILURE) == failures;
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
