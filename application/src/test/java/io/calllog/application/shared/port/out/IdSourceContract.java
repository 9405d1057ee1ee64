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

/** Contract of {@link IdSource}. */
public abstract class IdSourceContract {

  private static final int MANY = 10_000;

  /** Returns the port under test. */
  protected abstract IdSource ids();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2000-01-01T00:00:00Z",
        "2026-03-10T09:15:30.123999999Z",
        "2199-12-31T23:59:59.999Z"
      })
  void generates_version_7_ids_with_the_time_to_the_millisecond(String text) {
    Instant time = Instant.parse(text);

    CallId id = new CallId(ids().next(time));

    assertThat(id.isTimeBased()).isTrue();
    assertThat(id.time()).isEqualTo(Instant.ofEpochMilli(time.toEpochMilli()));
  }

  @Test
  void generates_unique_ids_for_times_in_any_order() {
    Instant time = Instant.parse("2026-03-10T09:15:30.123Z");
    Set<UUID> made = new HashSet<>();

    for (int i = 0; i < MANY; i++) {
      assertThat(made.add(ids().next(time.minusMillis(i % 3)))).isTrue();
    }
  }
}
