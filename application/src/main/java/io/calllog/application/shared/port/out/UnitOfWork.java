package io.calllog.application.shared.port.out;

import java.util.function.Supplier;

/**
 * Runs part of a use case in a transaction, for the few that must do slow work outside of one
 * ({@link io.calllog.application.shared.TxMode#NONE}). Thread-safe.
 */
public interface UnitOfWork {

  /**
   * Does the work in one write transaction: kept as a whole when it returns, undone as a whole when
   * it throws.
   */
  <T> T write(Supplier<T> work);
}
