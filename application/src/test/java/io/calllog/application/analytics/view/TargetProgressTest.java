package io.calllog.application.analytics.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.analytics.TargetDetails;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetProgressTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-01"); // a Sunday
  private static final DayRange MARCH = new DayRange(FIRST, FIRST.plusMonths(1)); // 22 working days

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-03-02,  7,    -",
        "2026-03-03,  7,  154",
        "2026-03-05, 10,   73",
        "2026-03-07, 10,   44",
        "2026-03-08, 10,   44",
        "2026-04-01, 10,   10",
        "2026-04-01,  0,    0",
      })
  void projects_the_pace_of_the_working_days_so_far(
      LocalDate end, long soFar, @Nullable Long expected) {
    var progress =
        new TargetProgress(
            new TargetDetails(new PerDay(1), null, null, FIRST),
            MARCH,
            new DayRange(FIRST, end),
            new Span(Instant.EPOCH, Instant.EPOCH),
            Figures.NONE);

    assertThat(progress.projection(soFar)).isEqualTo(expected);
  }
}
