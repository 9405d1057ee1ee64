package io.calllog.application.shared.port.out;

import java.time.Instant;
import java.util.UUID;

/** Generates ids. Thread-safe. */
public interface IdSource {

  /** Returns a new, unique UUID of version 7 (RFC 9562) with this time, to the millisecond. */
  UUID next(Instant time);
}
