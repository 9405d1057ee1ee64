package io.calllog.cache.analytics;

import com.github.benmanes.caffeine.cache.Ticker;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.RedisConnectionMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnalyticsCacheSettings.class)
class AnalyticsCacheConfiguration {

  @Bean
  ReportCache reportCache(
      AnalyticsCacheSettings settings,
      RedisConnectionMonitor monitor,
      InstantSource clock,
      MeterRegistry meters) {
    return new TwoLevelCache(
        settings.cacheTtl(),
        new GuardedRedis(monitor, "reports are computed from PostgreSQL"),
        clock,
        Ticker.systemTicker(),
        new CacheMetrics(meters));
  }
}
