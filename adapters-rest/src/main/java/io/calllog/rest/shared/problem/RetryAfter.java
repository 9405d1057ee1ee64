package io.calllog.rest.shared.problem;

import java.time.Duration;

/** The value of a {@code Retry-After} header. */
final class RetryAfter {

  private RetryAfter() {}

  /** Whole seconds, so many that the time is over then; at least one. */
  static String seconds(Duration time) {
    return String.valueOf(Math.max(1, time.plusNanos(999_999_999).toSeconds()));
  }
}
