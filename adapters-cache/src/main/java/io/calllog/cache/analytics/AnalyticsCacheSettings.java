package io.calllog.cache.analytics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the report cache.
 *
 * @param cacheTtl maximum age of a cached report; positive, at most 1h
 */
@ConfigurationProperties("calllog.analytics")
record AnalyticsCacheSettings(@DefaultValue("10s") Duration cacheTtl) {

  private static final Duration MAX_TTL = Duration.ofHours(1);

  AnalyticsCacheSettings {
    if (!cacheTtl.isPositive()) {
      throw new IllegalArgumentException("calllog.analytics.cache-ttl must be positive");
    }
    if (cacheTtl.compareTo(MAX_TTL) > 0) {
      throw new IllegalArgumentException("calllog.analytics.cache-ttl must be at most 1h");
    }
  }
}
