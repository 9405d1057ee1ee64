package io.calllog.application.shared.port.out;

import java.util.function.Supplier;

/** Fake that runs the work without a transaction. Thread-safe. */
public final class DirectUnitOfWork implements UnitOfWork {

  @Override
  public <T> T write(Supplier<T> work) {
    return work.get();
  }

  @Override
  public <T> T snapshot(Supplier<T> reads) {
    return reads.get();
  }
}
