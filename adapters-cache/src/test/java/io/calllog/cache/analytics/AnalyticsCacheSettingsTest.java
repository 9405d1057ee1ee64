package io.calllog.cache.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnalyticsCacheSettingsTest {

  @Test
  void accepts_at_most_an_hour() {
    assertThat(new AnalyticsCacheSettings(Duration.ofHours(1)).cacheTtl()).hasHours(1);
    assertThat(new AnalyticsCacheSettings(Duration.ofMillis(1)).cacheTtl()).hasMillis(1);
  }

  @Test
  void rejects_a_time_that_is_not_positive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnalyticsCacheSettings(Duration.ZERO))
        .withMessage("calllog.analytics.cache-ttl must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnalyticsCacheSettings(Duration.ofSeconds(-1)));
  }

  @Test
  void rejects_more_than_an_hour() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnalyticsCacheSettings(Duration.ofHours(1).plusNanos(1)))
        .withMessage("calllog.analytics.cache-ttl must be at most 1h");
  }
}
