package io.calllog.persistence.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallTimesTest {

  private static final Instant START = Instant.parse("2026-03-10T09:15:30.123Z");

  @Test
  void rounds_to_months() {
    Instant march = Instant.parse("2026-03-01T00:00:00Z");
    Instant april = Instant.parse("2026-04-01T00:00:00Z");

    assertThat(CallTimes.monthOf(START)).isEqualTo(march);
    assertThat(CallTimes.monthOf(march)).isEqualTo(march);
    assertThat(CallTimes.monthFrom(START)).isEqualTo(april);
    assertThat(CallTimes.monthFrom(march)).isEqualTo(march);
    assertThat(CallTimes.monthFrom(march.plusNanos(1))).isEqualTo(april);
  }

  @Test
  void has_ids_for_every_accepted_time() {
    Instant latest = CallTimes.monthFrom(CallTimes.limit(Instant.MAX).plus(Duration.ofDays(1)));

    assertThat(CallTimes.firstId(CallTimes.limit(Instant.MIN))).isEqualTo(new UUID(0, 0));
    assertThat(new CallId(CallTimes.firstId(latest)).time()).isEqualTo("+10000-02-01T00:00:00Z");
    assertThat(CallTimes.firstId(START).toString()).endsWith("-0000-0000-000000000000");
  }
}
