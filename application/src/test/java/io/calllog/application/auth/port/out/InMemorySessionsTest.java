package io.calllog.application.auth.port.out;

import io.calllog.application.testing.Storage;
import java.util.function.Supplier;

class InMemorySessionsTest extends SessionRepositoryContract {

  private final Storage storage = Storage.inMemory();

  @Override
  protected Storage storage() {
    return storage;
  }

  /** Synchronized, because the fake has no row locks. */
  @Override
  protected synchronized <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
