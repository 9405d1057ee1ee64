package io.calllog.application.shared.port.out;

import java.util.function.Supplier;

/** Runs part of a use case in a transaction, in the mode {@code NONE}. Thread-safe. */
public interface UnitOfWork {

  /**
   * Runs the work in a read-write transaction, which is rolled back if the work throws. If the
   * transaction loses a deadlock, the work runs again in a new one.
   *
   * @throws io.calllog.application.shared.Unavailable if the database is not available
   */
  <T> T write(Supplier<T> work);
}
