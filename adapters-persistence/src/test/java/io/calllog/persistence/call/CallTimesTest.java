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
  void allows_ids_from_a_day_before_to_a_day_after_the_start() {
    UUID lowest = CallTimes.lowestId(START);
    UUID beyond = CallTimes.idBeyond(START);

    assertThat(new CallId(lowest).time()).isEqualTo(START.minus(Duration.ofHours(24)));
    assertThat(new CallId(beyond).time()).isEqualTo(START.plus(Duration.ofHours(24)).plusMillis(1));
    assertThat(lowest.toString()).endsWith("-0000-0000-000000000000");
  }

  @Test
  void has_bounds_for_every_accepted_time() {
    UUID lowest = CallTimes.lowestId(CallTimes.limit(Instant.MIN));
    UUID beyond = CallTimes.idBeyond(CallTimes.limit(Instant.MAX));

    assertThat(lowest).isEqualTo(new UUID(0, 0));
    assertThat(new CallId(beyond).time()).isEqualTo("+10000-01-02T00:00:00Z");
  }
}
