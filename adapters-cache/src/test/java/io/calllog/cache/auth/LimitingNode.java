package io.calllog.cache.auth;

import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.cache.CacheConfiguration;
import io.calllog.cache.analytics.CoreBeans;
import io.calllog.cache.auth.RateLimitConfiguration.BucketsFactory;
import io.calllog.cache.auth.RateLimitSettings.Api;
import io.calllog.cache.auth.RateLimitSettings.Auth;
import io.calllog.cache.auth.RateLimitSettings.LoginFailures;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.SharedConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The limiters of one node, with the default limits and a clock that the test controls. */
final class LimitingNode implements AutoCloseable {

  private static final RateLimitSettings SETTINGS =
      new RateLimitSettings(new Api(300, 60), new Auth(10), new LoginFailures(5, 50));

  private final ConfigurableApplicationContext context;

  final MeterRegistry meters = new SimpleMeterRegistry();
  final RequestLimiter limiter;
  final SignInThrottle throttle;

  private LimitingNode(ConfigurableApplicationContext context, ManualClock clock) {
    this.context = context;
    var redis =
        new GuardedRedis(
            context.getBean(SharedConnection.class), "this node applies the limits on its own");
    redis.warmUp();
    BucketsFactory factory = (name, size) -> new Buckets(name, size, redis, clock, meters);
    var configuration = new RateLimitConfiguration();
    this.limiter = configuration.requestLimiter(SETTINGS, factory);
    this.throttle = configuration.signInThrottle(SETTINGS, factory);
  }

  /** With the default timeout of the limiter, one second. */
  static LimitingNode on(String redisUrl, ManualClock clock) {
    return new LimitingNode(
        run("spring.data.redis.url=" + redisUrl, "spring.data.redis.timeout=50ms"), clock);
  }

  /** With a long timeout, so that a busy machine does not look like a Redis that hangs. */
  static LimitingNode patient(String redisUrl, ManualClock clock) {
    return new LimitingNode(
        run("spring.data.redis.url=" + redisUrl, "spring.data.redis.timeout=10s"), clock);
  }

  private static ConfigurableApplicationContext run(String... settings) {
    return new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(settings)
        .run();
  }

  /** Another user of the same connection, whose commands time out after 50 ms. */
  GuardedRedis impatient() {
    return new GuardedRedis(context.getBean(SharedConnection.class), "this test does without it");
  }

  /** Makes this many requests and returns how many of them are granted. */
  int granted(String caller, int requests) {
    int granted = 0;
    for (int i = 0; i < requests; i++) {
      granted += limiter.take(caller, 1).granted() ? 1 : 0;
    }
    return granted;
  }

  /** Decisions about requests by a local bucket. */
  int localDecisions() {
    return count("calllog.rate-limit.local", "api");
  }

  /** Decisions of all limits by a local bucket. */
  int allLocalDecisions() {
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
