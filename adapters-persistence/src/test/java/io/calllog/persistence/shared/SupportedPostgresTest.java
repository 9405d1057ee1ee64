package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportedPostgresTest {

  @ParameterizedTest
  @CsvSource({"180006, 18.6", "180011, 18.11", "190000, 19.0"})
  void accepts_18_6_and_later(int number, String version) {
    assertThatCode(() -> SupportedPostgres.requireNumber(number, version))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"180005, 18.5", "180000, 18.0", "170010, 17.10", "90624, 9.6.24"})
  void rejects_older_releases_with_the_reason(int number, String version) {
    assertThatExceptionOfType(UnsupportedPostgresException.class)
        .isThrownBy(() -> SupportedPostgres.requireNumber(number, version))
        .withMessageStartingWith("PostgreSQL " + version + " is not supported: 18.6 or later")
        .withMessageContaining("crash");
  }

  @Test
  void reports_an_action() {
    var failure = new IllegalStateException(new UnsupportedPostgresException("18.0"));

    var analysis = new UnsupportedPostgresFailureAnalyzer().analyze(failure);

    assertThat(analysis).isNotNull();
    assertThat(analysis.getDescription()).contains("PostgreSQL 18.0");
    assertThat(analysis.getAction()).contains("Upgrade", "spring.datasource.url");
  }
}
