package io.calllog.application.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.shared.NotKept;
import io.calllog.domain.call.CallId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PastCallsTest {

  private static final Instant SINCE = Instant.parse("2026-02-01T00:00:00Z");
  private static final CallId LAST_PAST = at(SINCE.minusMillis(1));
  private static final CallId FIRST_KEPT = at(SINCE);

  private final PastCalls past = new PastCalls(SINCE);

  @Test
  void have_an_earlier_time_in_their_id() {
    assertThat(past.contain(LAST_PAST)).isTrue();
    assertThat(past.contain(FIRST_KEPT)).isFalse();
    assertThat(past.contain(new CallId(UUID.randomUUID()))).isFalse();
    assertThatExceptionOfType(NotKept.class)
        .isThrownBy(() -> past.requireKept(LAST_PAST))
        .withMessageContaining("2026-02-01T00:00:00Z");
    assertThatCode(() -> past.requireKept(FIRST_KEPT)).doesNotThrowAnyException();
  }

  @Test
  void cannot_be_added() {
    assertThat(past.violations(LAST_PAST))
        .extracting(Violation::field, Violation::code)
        .containsExactly(tuple("startedAt", "not-kept"));
    assertThat(past.violations(FIRST_KEPT)).isEmpty();
  }

  @Test
  void cannot_be_listed_alone() {
    assertThatExceptionOfType(NotKept.class).isThrownBy(() -> past.requireKept(until(SINCE)));
    assertThatCode(() -> past.requireKept(until(SINCE.plusMillis(1)))).doesNotThrowAnyException();
    assertThatCode(() -> past.requireKept(CallFilter.ALL)).doesNotThrowAnyException();
  }

  @Test
  void do_not_exist_if_all_are_kept() {
    var none = new PastCalls(null);
    assertThat(none.contain(LAST_PAST)).isFalse();
    assertThat(none.violations(LAST_PAST)).isEmpty();
    assertThatCode(() -> none.requireKept(until(SINCE))).doesNotThrowAnyException();
  }

  private static CallFilter until(Instant end) {
    return new CallFilter(
        Set.of(), Set.of(), Set.of(), Set.of(), null, null, end, null, null, null);
  }

  private static CallId at(Instant time) {
    return CallId.of(new ExternalId("x"), time);
  }
}
