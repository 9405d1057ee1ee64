package io.calllog.application.auth.port.out;

import io.calllog.application.testing.Storage;
import java.util.function.Supplier;

class InMemoryOfficerStandingsTest extends OfficerStandingsContract {

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
