package io.calllog.application.shared.port.out;

import java.util.function.Supplier;

/**
 * Runs part of a use case in a transaction. Used by use cases with {@link
 * io.calllog.application.shared.TxMode#NONE}. Thread-safe.
 */
public interface UnitOfWork {

  /** Runs the work in a read-write transaction, which is rolled back if the work throws. */
  <T> T write(Supplier<T> work);
}
