package io.calllog.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void has_a_code_in_kebab_case_and_a_message() {
    for (Failure failure :
        List.of(
            new Conflict("email-taken", "Another account has this e-mail address."),
            Conflict.lostRace(),
            new InvalidInput("name", "blank", "must not be blank"),
            new NotFound("client"),
            new NotPermitted("You may not."))) {
      assertThat(failure.code()).matches("[a-z]+(-[a-z]+)*");
      assertThat(failure.detail()).isNotBlank();
    }
  }

  @Test
  void has_no_stack_trace() {
    assertThat(new NotFound("client").getStackTrace()).isEmpty();
  }

  @Test
  void invalid_input_has_all_violations() {
    var name = new Violation("name", "blank", "must not be blank");
    var phone = new Violation("phone", "malformed", "must be a phone number");

    InvalidInput refusal = new InvalidInput(List.of(name, phone));

    assertThat(refusal.violations()).containsExactly(name, phone);
    assertThat(refusal.detail()).isEqualTo("name must not be blank; phone must be a phone number");
  }

  @Test
  void a_violation_can_be_moved_to_another_field() {
    assertThat(new Violation("name", "blank", "must not be blank").in("company"))
        .isEqualTo(new Violation("company", "blank", "must not be blank"));
  }
}
