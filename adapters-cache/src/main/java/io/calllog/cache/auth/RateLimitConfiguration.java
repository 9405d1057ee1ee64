package io.calllog.cache.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.calllog.application.auth.port.out.RequestLimiter;
import io.calllog.application.auth.port.out.SignInThrottle;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.SharedConnection;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
class RateLimitConfiguration {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LOGIN_PERIOD = Duration.ofMinutes(15);

  @Bean
  BucketsFactory bucketsFactory(SharedConnection connection, MeterRegistry meters) {
    var redis = new GuardedRedis(connection, "each node applies the rate limits on its own");
    redis.warmUp();
    return (name, size) -> new Buckets(name, size, redis, TimeMeter.SYSTEM_MILLISECONDS, meters);
  }

  @Bean
  RequestLimiter requestLimiter(RateLimitSettings settings, BucketsFactory factory) {
    RateLimitSettings.Api api = settings.api();
    var common =
        new RedisRequestLimiter(factory.buckets("api", size(api.burst(), api.perMinute(), MINUTE)));
    LoadingCache<Integer, RedisRequestLimiter> ofKeys =
        Caffeine.newBuilder()
            .maximumSize(1_000)
            .build(quota ->
                new RedisRequestLimiter(factory.buckets("key", size(quota, quota, MINUTE))));
    return (caller, perMinute, requests) ->
        (perMinute == null ? common : ofKeys.get(perMinute)).take(caller, requests);
  }

  @Bean
  SignInThrottle signInThrottle(RateLimitSettings settings, BucketsFactory factory) {
    int perMinute = settings.auth().perMinute();
    int perPair = settings.loginFailures().perAccountAndAddress();
    int perAccount = settings.loginFailures().perAccount();
    return new RedisSignInThrottle(
        factory.buckets("auth", size(perMinute, perMinute, MINUTE)),
        factory.buckets("account-and-address", size(perPair, perPair, LOGIN_PERIOD)),
        factory.buckets("account", size(perAccount, perAccount, LOGIN_PERIOD)));
  }

  private static Bandwidth size(int capacity, int refill, Duration period) {
    return Bandwidth.builder().capacity(capacity).refillGreedy(refill, period).build();
  }

  interface BucketsFactory {

    Buckets buckets(String name, Bandwidth size);
  }
}
