package io.calllog.domain.call;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallValuesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 86_399, 86_400})
  void a_call_lasts_up_to_a_day(int seconds) {
    assertThat(new CallDuration(seconds).seconds()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 86_401, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refuses_other_durations(int seconds) {
    assertInvalid("durationSeconds", "out-of-range", () -> new CallDuration(seconds));
  }

  @Test
  void a_comment_has_1_to_4000_characters_on_many_lines() {
    assertThat(new Comment(" First\n\tsecond \n").value()).isEqualTo("First\n\tsecond");
    assertThat(new Comment("\uD83D\uDE00".repeat(4_000)).value()).hasSize(8_000);
    assertInvalid("comment", "too-long", () -> new Comment("x".repeat(4_001)));
    assertInvalid("comment", "blank", () -> new Comment(" \n"));
    assertInvalid("comment", "control-character", () -> new Comment("a\u0000b"));
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESSFUL, true",
    "FOLLOW_UP, true",
    "MISSED, false",
    "NO_ANSWER, false",
    "BUSY, false",
    "OTHER, false"
  })
  void two_outcomes_count_as_connected(CallOutcome outcome, boolean connected) {
    assertThat(outcome.connected()).isEqualTo(connected);
  }

  @Test
  void a_start_is_truncated_to_milliseconds() {
    Instant typed = Instant.parse("2026-03-10T09:15:30.123999999Z");
    var facts =
        new CallFacts(
            null,
            CallType.INCOMING,
            CallOutcome.BUSY,
            new CallDuration(0),
            typed,
            null,
            null,
            null);

    assertThat(facts.startedAt()).isEqualTo(Instant.parse("2026-03-10T09:15:30.123Z"));
  }

  @Test
  void an_id_of_version_7_has_a_time() {
    CallId id = new CallId(UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));

    assertThat(id.isTimeBased()).isTrue();
    assertThat(id.time()).isEqualTo(Instant.parse("2022-02-22T19:22:22.000Z"));
    assertThat(id).hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  }

  @Test
  void an_id_can_have_the_latest_possible_time() {
    CallId id = new CallId(UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff"));

    assertThat(id.isTimeBased()).isTrue();
    assertThat(id.time()).isEqualTo(Instant.ofEpochMilli((1L << 48) - 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-d8c4-dc0c0c07398f",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff"
      })
  void other_ids_have_no_time(String text) {
    assertThat(new CallId(UUID.fromString(text)).isTimeBased()).isFalse();
  }
}
