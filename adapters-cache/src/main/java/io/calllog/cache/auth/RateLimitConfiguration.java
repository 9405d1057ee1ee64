package io.calllog.cache.auth;

import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.RedisLink;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the limits need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
class RateLimitConfiguration {

  /**
   * A decision takes two commands, and again two when another node was faster. Each has its own
   * limit of time, so a Redis that hangs is found out long before this.
   */
  private static final Duration DECISION = Duration.ofSeconds(5);

  /** Guarded apart from the cache, which loses its patience sooner. */
  @Bean
  Buckets.Factory buckets(RedisLink link, MeterRegistry meters) {
    var redis = new GuardedRedis(link, "each node limits by itself");
    redis.greet();
    return Buckets.in(redis, DECISION, TimeMeter.SYSTEM_MILLISECONDS, meters);
  }

  @Bean
  RequestLimiter requestLimiter(RateLimitSettings settings, Buckets.Factory buckets) {
    return new RedisRequestLimiter(settings.api(), buckets);
  }

  @Bean
  SignInThrottle signInThrottle(RateLimitSettings settings, Buckets.Factory buckets) {
    return new RedisSignInThrottle(settings, buckets);
  }
}
