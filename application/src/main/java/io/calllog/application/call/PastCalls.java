package io.calllog.application.call;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.shared.NotKept;
import io.calllog.domain.call.CallId;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the calls of months that are not kept, by the time in their ids.
 *
 * @param keptSince the start of the first month that is kept; null if all are
 */
public record PastCalls(@Nullable Instant keptSince) {

  /** Whether the call is, or would be, in a month that is not kept. */
  public boolean contain(CallId id) {
    return keptSince != null && id.isTimeBased() && id.time().isBefore(keptSince);
  }

  /** Returns why a call cannot be added; empty if it can. */
  public List<Violation> violations(CallId id) {
    return contain(id)
        ? List.of(
            new Violation(
                "startedAt",
                "not-kept",
                "must not be before " + keptSince + ", because older calls are no longer kept"))
        : List.of();
  }

  /** Throws {@link NotKept} if the call is in a month that is not kept. */
  public void requireKept(CallId id) {
    if (keptSince != null && contain(id)) {
      throw new NotKept(keptSince);
    }
  }

  /** Throws {@link NotKept} if only calls that are not kept match. */
  public void requireKept(CallFilter filter) {
    if (keptSince != null && filter.to() != null && !filter.to().isAfter(keptSince)) {
      throw new NotKept(keptSince);
    }
  }
}
