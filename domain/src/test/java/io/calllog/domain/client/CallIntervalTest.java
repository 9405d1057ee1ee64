package io.calllog.domain.client;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallIntervalTest {

  @ParameterizedTest
  @CsvSource({"P14D, 14", "P2W, 14", "p1d, 1", "P1W1D, 8", "P3650D, 3650"})
  void is_read_from_days_and_weeks(String text, int days) {
    CallInterval interval = CallInterval.parse(text);

    assertThat(interval.days()).isEqualTo(days);
    assertThat(interval).isEqualTo(CallInterval.ofDays(days));
    assertThat(interval.value()).hasToString("P%sD".formatted(days));
  }

  @ParameterizedTest
  @ValueSource(strings = {"14", "P", "P1M", "P1Y", "P1Y-12M", "PT336H", "P14", "P99999999999D"})
  void refuses_other_texts(String text) {
    assertInvalid("interval", "malformed", () -> CallInterval.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0D", "P-1D", "-P14D", "P3651D", "P522W"})
  void refuses_other_numbers_of_days(String text) {
    assertInvalid("interval", "out-of-range", () -> CallInterval.parse(text));
  }

  @Test
  void is_over_after_the_last_of_its_days() {
    CallInterval twoWeeks = CallInterval.parse("P2W");
    LocalDate lastCall = LocalDate.parse("2026-03-10");

    assertThat(twoWeeks.isOver(lastCall, LocalDate.parse("2026-03-24"))).isFalse();
    assertThat(twoWeeks.isOver(lastCall, LocalDate.parse("2026-03-25"))).isTrue();
  }
}
