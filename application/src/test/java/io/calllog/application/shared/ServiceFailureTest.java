package io.calllog.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceFailureTest {

  @Test
  void has_a_code_in_kebab_case_and_a_message() {
    for (ServiceFailure failure :
        List.of(
            new Overloaded(),
            new TooManyRequests(Duration.ofSeconds(3)),
            new TooSlow(new IllegalStateException("connection refused")),
            Unauthenticated.badCredentials(),
            Unauthenticated.noValidToken(),
            new Unavailable(new IllegalStateException("connection refused")),
            new VersionMismatch())) {
      assertThat(failure.code()).matches("[a-z]+(-[a-z]+)*");
      assertThat(failure.detail()).isNotBlank().doesNotContain("connection refused");
    }
  }

  @Test
  void has_no_stack_trace() {
    assertThat(new Overloaded().getStackTrace()).isEmpty();
  }

  @Test
  void unavailable_has_a_cause() {
    var cause = new IllegalStateException("connection refused");

    assertThat(new Unavailable(cause)).hasCause(cause);
  }

  @Test
  void too_many_requests_has_a_retry_after() {
    assertThat(new TooManyRequests(Duration.ofSeconds(3)).retryAfter()).hasSeconds(3);
  }
}
