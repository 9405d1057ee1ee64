package io.calllog.application.analytics.port.out;

import io.calllog.application.testing.Storage;
import java.util.function.Supplier;

class InMemoryTargetRepositoryTest extends TargetRepositoryContract {

  private final Storage storage = Storage.inMemory();

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
