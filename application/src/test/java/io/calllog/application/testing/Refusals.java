package io.calllog.application.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.shared.VersionMismatch;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotFound;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Violation;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions about the failures of use cases. */
public final class Refusals {

  /** An expected version that no object has. */
  public static final ExpectedVersion STALE = new ExpectedVersion(Set.of(99L));

  private Refusals() {}

  /** Asserts that the object is not found. */
  public static void assertNotFound(ThrowingCallable work) {
    assertThatExceptionOfType(NotFound.class).isThrownBy(work);
  }

  /** Asserts that the action is not permitted. */
  public static void assertNotPermitted(ThrowingCallable work) {
    assertThatExceptionOfType(NotPermitted.class).isThrownBy(work);
  }

  /** Asserts that the version is not the expected one. */
  public static void assertStale(ThrowingCallable work) {
    assertThatExceptionOfType(VersionMismatch.class).isThrownBy(work);
  }

  /** Asserts a conflict with this code. */
  public static void assertConflict(String code, ThrowingCallable work) {
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(work)
        .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
  }

  /** Asserts violations of exactly these fields, all with this code. */
  public static void assertInvalid(String code, ThrowingCallable work, String... fields) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(work)
        .satisfies(refusal -> {
          assertThat(refusal.violations()).extracting(Violation::field).containsExactly(fields);
          assertThat(refusal.violations()).extracting(Violation::code).containsOnly(code);
        });
  }
}
