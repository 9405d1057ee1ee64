package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingSettingsTest {

  @Test
  void accepts_an_iana_time_zone() {
    assertThat(new ReportingSettings("Europe/London").timeZone()).isEqualTo("Europe/London");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+01:00", "UTC+1", "Europe/Nowhere"})
  void rejects_offsets_and_unknown_time_zones(String timeZone) {
    assertThatThrownBy(() -> new ReportingSettings(timeZone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("calllog.reporting.time-zone must be a time zone of the IANA");
  }
}
