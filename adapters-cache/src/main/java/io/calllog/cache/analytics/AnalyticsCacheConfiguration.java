package io.calllog.cache.analytics;

import com.github.benmanes.caffeine.cache.Ticker;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the cache of reports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnalyticsCacheSettings.class)
class AnalyticsCacheConfiguration {

  @Bean
  ReportCache reportCache(
      AnalyticsCacheSettings settings, RedisLink link, InstantSource clock, MeterRegistry meters) {
    return new TwoLevelCache(
        settings.cacheTtl(),
        new GuardedRedis(link, "reports are computed from PostgreSQL"),
        clock,
        Ticker.systemTicker(),
        new CacheMetrics(meters));
  }
}
