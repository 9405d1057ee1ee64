package io.calllog.application.shared.port.out;

import java.time.Instant;
import java.util.UUID;

/** Makes identities. Thread-safe. */
public interface IdSource {

  /**
   * A new UUID of version 7 (RFC 9562) that carries this time, to the millisecond; never the same
   * twice.
   */
  UUID next(Instant time);
}
