package io.calllog.cache.analytics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of cached figures.
 *
 * @param cacheTtl how old figures may become before they are computed anew; positive, at most 1h
 */
@ConfigurationProperties("calllog.analytics")
record AnalyticsCacheSettings(@DefaultValue("10s") Duration cacheTtl) {

  private static final Duration LONGEST = Duration.ofHours(1);

  AnalyticsCacheSettings {
    if (!cacheTtl.isPositive()) {
      throw new IllegalArgumentException("calllog.analytics.cache-ttl must be positive");
    }
    if (cacheTtl.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("calllog.analytics.cache-ttl must be at most 1h");
    }
  }
}
