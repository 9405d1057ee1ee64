package io.calllog.rest.call;

import io.calllog.application.call.port.in.LogCalls;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import io.calllog.rest.shared.binding.BatchItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The body that logs several calls. */
record LogCallsRequest(List<BatchItem<LogCallRequest>> calls) {

  /** The maximum number of bytes of the body. */
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final int CALLS_PER_REQUEST = 50;

  /** Throws {@link InvalidInput} if there are too few or too many calls, or an id occurs twice. */
  LogCallsRequest {
    if (calls.isEmpty() || calls.size() > LogCalls.MAX_CALLS) {
      throw new InvalidInput(
          "calls",
          "out-of-range",
          String.format(Locale.ROOT, "must have from 1 to %,d calls", LogCalls.MAX_CALLS));
    }
    List<Violation> violations = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < calls.size(); i++) {
      UUID id = calls.get(i).id();
      if (id != null && !ids.add(id)) {
        violations.add(new Violation("calls/" + i + "/id", "duplicate", "must be given only once"));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  /** Returns how many requests the body counts as, beyond the one that it is. */
  int furtherRequests() {
    return calls.size() / CALLS_PER_REQUEST;
  }
}
