package io.calllog.cache.auth;

import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.cache.CacheConfiguration;
import io.calllog.cache.analytics.CoreBeans;
import io.calllog.cache.auth.RateLimitSettings.Api;
import io.calllog.cache.auth.RateLimitSettings.Auth;
import io.calllog.cache.auth.RateLimitSettings.LoginFailures;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.RedisLink;
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

/** A node of the application, as far as it limits, with the limits that are the default. */
final class LimitingNode implements AutoCloseable {

  private static final RateLimitSettings SETTINGS =
      new RateLimitSettings(new Api(300, 60), new Auth(10), new LoginFailures(5, 50));

  private final ConfigurableApplicationContext context;

  final MeterRegistry meters = new SimpleMeterRegistry();
  final RequestLimiter limiter;
  final SignInThrottle throttle;

  private LimitingNode(
      ConfigurableApplicationContext context, Duration timeout, ManualClock clock) {
    this.context = context;
    var redis = new GuardedRedis(context.getBean(RedisLink.class), "this test limits");
    redis.greet();
    Buckets.Factory buckets = Buckets.in(redis, timeout, clock, meters);
    this.limiter = new RedisRequestLimiter(SETTINGS.api(), buckets);
    this.throttle = new RedisSignInThrottle(SETTINGS, buckets);
  }

  /** As it is installed: a command has a second. */
  static LimitingNode on(String redisUrl, ManualClock clock) {
    return new LimitingNode(run("spring.data.redis.url=" + redisUrl), Duration.ofSeconds(2), clock);
  }

  /** For a Redis that works: however busy the machine is, it is not taken for one that hangs. */
  static LimitingNode patient(String redisUrl, ManualClock clock) {
    return new LimitingNode(
        run("spring.data.redis.url=" + redisUrl, "spring.data.redis.timeout=10s"),
        Duration.ofSeconds(20),
        clock);
  }

  private static ConfigurableApplicationContext run(String... settings) {
    return new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(settings)
        .run();
  }

  /** Somebody else of this node who uses Redis, and has 50 ms for a command. */
  GuardedRedis impatient() {
    return new GuardedRedis(context.getBean(RedisLink.class), "this test does nothing");
  }

  /** How many of these requests are granted. */
  int granted(String caller, int requests) {
    int granted = 0;
    for (int i = 0; i < requests; i++) {
      granted += limiter.take(caller).granted() ? 1 : 0;
    }
    return granted;
  }

  /** Decisions about requests that were made without Redis. */
  int decidedHere() {
    return count("calllog.rate-limit.local", "api");
  }

  /** Decisions of any kind that were made without Redis. */
  int allDecidedHere() {
    return meters.get("calllog.rate-limit.local").counters().stream()
        .mapToInt(counter -> (int) counter.count())
        .sum();
  }

  int refused(String policy) {
    return count("calllog.rate-limit.refused", policy);
  }

  private int count(String name, String policy) {
    return (int) meters.get(name).tag("policy", policy).counter().count();
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
