package io.calllog.application.auth.port.out;

import io.calllog.application.testing.Storage;
import java.util.function.Supplier;

class InMemoryRevocationsTest extends RevocationsContract {

  private final Storage storage = Storage.inMemory();

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected void learn() {}

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
