package io.calllog.application.imports.port.out;

import io.calllog.application.testing.Storage;
import java.util.function.Supplier;

class InMemoryMatchesTest extends ImportMatchesContract {

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
