package io.calllog.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.domain.shared.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingZoneTest {

  @Test
  void returns_the_current_day_in_the_zone() {
    Instant now = Instant.parse("2026-03-10T18:30:00Z");

    assertThat(ReportingZone.of("Asia/Kolkata").today(() -> now))
        .isEqualTo(LocalDate.parse("2026-03-11"));
    assertThat(ReportingZone.of("UTC").today(() -> now)).isEqualTo(LocalDate.parse("2026-03-10"));
    assertThat(ReportingZone.of("Asia/Kolkata")).hasToString("Asia/Kolkata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "+02:00", "GMT+2", "Z", "europe/london", "Europe/Nowhere", "CEST", "\0"})
  void accepts_regions_of_the_iana_database_and_no_offsets(String name) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ReportingZone.of(name));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new ReportingZone(ZoneOffset.ofHours(2)));
  }
}
