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

/** Checks how use cases refuse. */
public final class Refusals {

  /** The precondition of somebody who read a version that nothing has. */
  public static final ExpectedVersion STALE = new ExpectedVersion(Set.of(99L));

  private Refusals() {}

  /** Not there, or not to be known of. */
  public static void assertNotFound(ThrowingCallable work) {
    assertThatExceptionOfType(NotFound.class).isThrownBy(work);
  }

  /** Known, but not permitted. */
  public static void assertNotPermitted(ThrowingCallable work) {
    assertThatExceptionOfType(NotPermitted.class).isThrownBy(work);
  }

  /** Permitted, but based on another version. */
  public static void assertStale(ThrowingCallable work) {
    assertThatExceptionOfType(VersionMismatch.class).isThrownBy(work);
  }

  /** In conflict with what is there, with this code. */
  public static void assertConflict(String code, ThrowingCallable work) {
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(work)
        .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
  }

  /** Invalid in exactly these fields, each for the same reason. */
  public static void assertInvalid(String code, ThrowingCallable work, String... fields) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(work)
        .satisfies(refusal -> {
          assertThat(refusal.violations()).extracting(Violation::field).containsExactly(fields);
          assertThat(refusal.violations()).extracting(Violation::code).containsOnly(code);
        });
  }
}
