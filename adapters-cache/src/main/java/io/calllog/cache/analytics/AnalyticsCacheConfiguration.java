package io.calllog.cache.analytics;

import com.github.benmanes.caffeine.cache.Ticker;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the cached figures need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnalyticsCacheSettings.class)
class AnalyticsCacheConfiguration {

  @Bean
  CachedViews cachedViews(
      AnalyticsCacheSettings settings, RedisLink link, InstantSource clock, MeterRegistry meters) {
    var redis = new GuardedRedis(link, "figures are computed");
    return new CachedViews(settings.cacheTtl(), redis, clock, Ticker.systemTicker(), meters);
  }
}
