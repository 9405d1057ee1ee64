package io.calllog.application.officer.port.out;

import io.calllog.domain.officer.OfficerId;
import java.time.Instant;

/** Moves the calls of officers between regions. Thread-safe. */
public interface OfficerCalls {

  /**
   * Moves the calls that an officer made in {@code unassigned}, deleted ones included, to the
   * current region of the officer, and their figures with them. Requires a transaction. A call that
   * is logged at the same time is also moved.
   */
  void moveUnassigned(OfficerId officer, Instant now);
}
