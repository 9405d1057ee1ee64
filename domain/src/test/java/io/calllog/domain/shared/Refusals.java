package io.calllog.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks how the domain refuses. */
public final class Refusals {

  private Refusals() {}

  /** Refused as invalid, with one violation: of this field and with this code. */
  public static void assertInvalid(String field, String code, ThrowingCallable work) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(work)
        .satisfies(refusal -> {
          assertThat(refusal.violations()).hasSize(1);
          assertThat(refusal.violations().getFirst().field()).isEqualTo(field);
          assertThat(refusal.violations().getFirst().code()).isEqualTo(code);
        });
  }

  /** Refused for want of role, region or ownership. */
  public static void assertNotPermitted(ThrowingCallable work) {
    assertThatExceptionOfType(NotPermitted.class).isThrownBy(work);
  }
}
