package io.calllog.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.domain.analytics.TargetSubject.OfOfficer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TargetTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final Instant NOW = Instant.parse("2026-03-10T09:30:00Z");
  private static final TargetDetails CALLS = new TargetDetails(new PerDay(40), null, null, DAY);

  @Test
  void is_the_same_unless_something_changes() {
    var target = Target.create(new OfOfficer(new OfficerId(UUID.randomUUID())), CALLS, NOW);
    Instant later = NOW.plusSeconds(1);
    var other = new TargetDetails(new PerDay(41), null, null, DAY);

    assertThat(target.revise(CALLS, later)).isSameAs(target);
    assertThat(target.revise(other, later))
        .isEqualTo(new Target(target.subject(), other, NOW, later, 0));
  }

  @Test
  void aims_at_something() {
    assertInvalid("callsPerDay", "required", () -> new TargetDetails(null, null, null, DAY));
    assertThat(new TargetDetails(null, new PerDay(1), null, DAY).callsPerDay()).isNull();
    assertThat(new TargetDetails(null, null, new PerDay(1), DAY).callsPerDay()).isNull();
  }

  @Test
  void has_limits() {
    assertInvalid("perDay", "out-of-range", () -> new PerDay(0));
    assertInvalid("perDay", "out-of-range", () -> new PerDay(PerDay.MAX + 1));
    assertInvalid("from", "out-of-range", () -> from(DayRange.EARLIEST.minusDays(1)));
    assertInvalid("from", "out-of-range", () -> from(DayRange.LATEST));
    assertThat(from(DayRange.EARLIEST).from()).isEqualTo(DayRange.EARLIEST);
  }

  private static TargetDetails from(LocalDate day) {
    return new TargetDetails(new PerDay(PerDay.MAX), null, null, day);
  }

  private static void assertInvalid(String field, String code, ThrowingCallable work) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(work)
        .satisfies(refusal ->
            assertThat(refusal.violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple(field, code)));
  }
}
