package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UseCaseConfigurationTest {

  private final UseCaseConfiguration configuration = new UseCaseConfiguration();

  @Test
  void an_id_carries_the_time_it_was_made_for_to_the_millisecond() {
    var time = Instant.parse("2000-01-01T00:00:00.123Z");
    UUID id = configuration.idSource().next(time);
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).isEqualTo(time);
  }

  @Test
  void ids_of_one_millisecond_differ() {
    var time = Instant.parse("2026-11-22T12:00:00Z");
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(configuration.idSource().next(time));
    }
    assertThat(ids).hasSize(10_000);
  }

  @Test
  void the_clock_ticks_in_milliseconds() {
    Instant now = configuration.clock().instant();
    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
  }
}
