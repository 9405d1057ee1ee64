package io.calllog.cache.analytics;

import com.github.benmanes.caffeine.cache.Ticker;
import io.calllog.application.analytics.port.out.ReportCache;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.SharedConnection;
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
      SharedConnection connection,
      InstantSource clock,
      MeterRegistry meters) {
    return new TwoLevelCache(
        settings.cacheTtl(),
        new GuardedRedis(connection, "reports are computed from PostgreSQL"),
        clock,
        Ticker.systemTicker(),
        new CacheMetrics(meters));
  }
}
