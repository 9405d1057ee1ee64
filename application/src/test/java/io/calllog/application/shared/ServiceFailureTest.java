package io.calllog.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceFailureTest {

  @Test
  void has_a_stable_code_in_kebab_case_and_a_message_for_the_caller() {
    for (ServiceFailure failure :
        List.of(
            new Overloaded(),
            new TooManyRequests(Duration.ofSeconds(3)),
            Unauthenticated.badCredentials(),
            Unauthenticated.noValidToken(),
            new Unavailable(new IllegalStateException("connection refused")),
            new VersionMismatch())) {
      assertThat(failure.code()).matches("[a-z]+(-[a-z]+)*");
      assertThat(failure.detail()).isNotBlank().doesNotContain("connection refused");
    }
  }

  @Test
  void carries_no_stack_trace() {
    assertThat(new Overloaded().getStackTrace()).isEmpty();
  }

  @Test
  void an_outage_keeps_its_cause_for_the_log() {
    var cause = new IllegalStateException("connection refused");

    assertThat(new Unavailable(cause)).hasCause(cause);
  }

  @Test
  void a_limit_says_how_long_it_holds() {
    assertThat(new TooManyRequests(Duration.ofSeconds(3)).retryAfter()).hasSeconds(3);
  }
}
