package io.calllog.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions about the failures of the domain. */
public final class Refusals {

  private Refusals() {}

  /** Asserts one violation of this field with this code. */
  public static void assertInvalid(String field, String code, ThrowingCallable work) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(work)
        .satisfies(refusal -> {
          assertThat(refusal.violations()).hasSize(1);
          assertThat(refusal.violations().getFirst().field()).isEqualTo(field);
          assertThat(refusal.violations().getFirst().code()).isEqualTo(code);
        });
  }

  /** Asserts that the action is not permitted. */
  public static void assertNotPermitted(ThrowingCallable work) {
    assertThatExceptionOfType(NotPermitted.class).isThrownBy(work);
  }
}
