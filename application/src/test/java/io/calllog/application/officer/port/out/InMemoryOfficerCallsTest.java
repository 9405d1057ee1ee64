package io.calllog.application.officer.port.out;

import io.calllog.application.testing.Storage;
import java.util.function.Supplier;

class InMemoryOfficerCallsTest extends OfficerCallsContract {

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
