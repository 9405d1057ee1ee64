package io.calllog.rest.shared;

import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all lists that are narrowed to a time say of a range that is none. */
public final class TimeRange {

  private TimeRange() {}

  /**
   * Refuses a range that ends before it begins.
   *
   * @throws MalformedRequest when it does
   */
  public static void requireForward(@Nullable Instant from, @Nullable Instant to) {
    if (from != null && to != null && from.isAfter(to)) {
      throw MalformedRequest.invalid(
          List.of(
              ProblemError.inParameter(
                  new Violation("to", "out-of-range", "must not be before 'from'"))));
    }
  }
}
