package io.calllog.rest.shared.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.domain.shared.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextValuesTest {

  private static final String ID = "0197f000-0000-7000-8000-00000000000a";

  @Test
  void reads_a_uuid_in_either_case() {
    assertThat(TextValues.uuid(ID)).isEqualTo(UUID.fromString(ID));
    assertThat(TextValues.uuid(ID.toUpperCase(Locale.ROOT))).isEqualTo(UUID.fromString(ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "1-1-1-1-1",
        "0197f00000007000800000000000000a",
        "{0197f000-0000-7000-8000-00000000000a}",
        " 0197f000-0000-7000-8000-00000000000a",
        "0197f000-0000-7000-8000-00000000000g"
      })
  void refuses_text_that_is_not_a_uuid(String text) {
    malformed(() -> TextValues.uuid(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T09:30:00Z,             2026-01-31T09:30:00Z",
    "2026-01-31t09:30:00z,             2026-01-31T09:30:00Z",
    "2026-01-31T09:30:00+02:00,        2026-01-31T07:30:00Z",
    "2026-01-31T09:30:00-00:30,        2026-01-31T10:00:00Z",
    "2026-01-31T09:30:00.5Z,           2026-01-31T09:30:00.5Z",
    "2026-01-31T09:30:00.123456789Z,   2026-01-31T09:30:00.123456789Z",
    "2026-01-31T09:30Z,                2026-01-31T09:30:00Z",
    "2026-01-31T09:30+0000,            2026-01-31T09:30:00Z",
    "2026-01-31T09:30:00+0200,         2026-01-31T07:30:00Z",
    "2026-01-31T09:30:00.5-0330,       2026-01-31T13:00:00.5Z",
    "2026-01-31T09:30:00+02,           2026-01-31T07:30:00Z",
    "2024-02-29T00:00:00+18:00,        2024-02-28T06:00:00Z",
  })
  void reads_a_time_of_rfc_3339(String text, Instant expected) {
    assertThat(TextValues.instant(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T09Z",
        "2026-01-31T09:30:00",
        "2026-01-31 09:30:00Z",
        "2026-01-31T09:30:00+020",
        "2026-01-31T09:30:00+2",
        "2026-01-31T09:30:00 +0200",
        "2026-01-31T09:30:00 02:00",
        "2026-01-31T09:30:00+18:01",
        "2026-01-31T09:30:00.1234567890Z",
        "2026-02-29T09:30:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T09:30:60Z",
        "+12026-01-31T09:30:00Z"
      })
  void refuses_text_that_is_not_a_time(String text) {
    malformed(() -> TextValues.instant(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01,                  2026-06-30T23:00:00Z",
    "2026-01-01,                  2026-01-01T00:00:00Z",
    "2026-07-01T00:00:00Z,        2026-07-01T00:00:00Z",
    "2026-07-01T00:00:00 01:00,   2026-06-30T23:00:00Z",
    "2026-07-01T00:00 0100,       2026-06-30T23:00:00Z",
    "2026-07-01T00:00:00 01,      2026-06-30T23:00:00Z"
  })
  void a_bound_may_be_a_day_and_its_plus_sign_may_not_be_encoded(String text, Instant expected) {
    assertThat(TextValues.timeOrDay(text, ZoneId.of("Europe/London"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-02-30", "2026-07", "2026-7-1", "+2026-07-01", "2026-07-01Z"})
  void refuses_a_bound_that_is_neither(String text) {
    malformed(() -> TextValues.timeOrDay(text, ZoneId.of("Europe/London")));
  }

  @Test
  void reads_a_day() {
    assertThat(TextValues.day("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-2-3", "2026-02-29", "2026-13-01", "20260203", "yesterday"})
  void refuses_text_that_is_not_a_date(String text) {
    malformed(() -> TextValues.day(text));
  }

  private static void malformed(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.violations().getFirst().code()).isEqualTo("malformed"));
  }
}
