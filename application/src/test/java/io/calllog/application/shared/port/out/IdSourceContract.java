package io.calllog.application.shared.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.call.CallId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link IdSource} promises. */
public abstract class IdSourceContract {

  private static final int MANY = 10_000;

  /** The port under test. */
  protected abstract IdSource ids();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2000-01-01T00:00:00Z",
        "2026-03-10T09:15:30.123999999Z",
        "2199-12-31T23:59:59.999Z"
      })
  void makes_version_7_ids_that_carry_the_time_to_the_millisecond(String text) {
    Instant time = Instant.parse(text);

    CallId id = new CallId(ids().next(time));

    assertThat(id.isTimeBased()).isTrue();
    assertThat(id.time()).isEqualTo(Instant.ofEpochMilli(time.toEpochMilli()));
  }

  @Test
  void makes_no_id_twice_whatever_the_order_of_the_times() {
    Instant time = Instant.parse("2026-03-10T09:15:30.123Z");
    Set<UUID> made = new HashSet<>();

    for (int i = 0; i < MANY; i++) {
      assertThat(made.add(ids().next(time.minusMillis(i % 3)))).isTrue();
    }
  }
}
