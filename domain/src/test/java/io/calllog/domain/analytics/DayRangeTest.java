package io.calllog.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRangeTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

  @Test
  void contains_the_days_from_first_to_end_exclusive() {
    var range = new DayRange(LocalDate.parse("2026-02-27"), LocalDate.parse("2026-03-02"));

    assertThat(range.length()).isEqualTo(3);
    assertThat(range.days().map(LocalDate::toString))
        .containsExactly("2026-02-27", "2026-02-28", "2026-03-01");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-27, 2026-03-02, 1",
    "2026-02-28, 2026-03-02, 0",
    "2026-03-02, 2026-03-09, 5",
    "2026-03-01, 2026-04-01, 22",
  })
  void working_days_are_those_from_monday_to_friday(LocalDate from, LocalDate to, long days) {
    assertThat(new DayRange(from, to).workingDays()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,          -,          2026-02-09, 2026-03-11",
        "2026-03-10, -,          2026-03-10, 2026-03-11",
        "-,          2020-03-01, 2020-01-31, 2020-03-01",
        "2020-01-01, 2020-01-02, 2020-01-01, 2020-01-02",
      })
  void defaults_to_the_given_number_of_days_up_to_today(
      @Nullable LocalDate from, @Nullable LocalDate to, LocalDate begin, LocalDate end) {
    assertThat(DayRange.of(from, to, TODAY, 30)).isEqualTo(new DayRange(begin, end));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-03-11, -,          from",
        "2026-03-10, 2026-03-10, to",
        "2026-03-10, 2026-03-09, to",
        "1999-12-30, 2000-01-01, from",
        "2021-03-10, 2026-03-11, to",
        "2021-03-09, -,          to",
      })
  void cannot_be_empty_too_long_or_out_of_bounds(
      @Nullable LocalDate from, @Nullable LocalDate to, String field) {
    assertRefused(field, () -> DayRange.of(from, to, TODAY, 30));
  }

  @Test
  void may_last_five_years_and_end_at_the_latest_day() {
    assertThat(new DayRange(LocalDate.parse("2021-03-10"), TODAY).length()).isEqualTo(1826);
    assertThat(new DayRange(DayRange.LATEST.minusDays(1), DayRange.LATEST).length()).isOne();
    assertRefused("to", () -> new DayRange(DayRange.LATEST, DayRange.LATEST.plusDays(1)));
  }

  @Test
  void can_be_limited_to_a_number_of_days() {
    var week = new DayRange(TODAY, TODAY.plusDays(7));

    week.requireAtMost(7);
    assertRefused("to", () -> week.requireAtMost(6));
  }

  private static void assertRefused(String field, ThrowingCallable range) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(range)
        .satisfies(refused ->
            assertThat(refused.violations()).extracting(Violation::field).containsExactly(field));
  }
}
