package io.calllog.application.migration.port.out;

import io.calllog.application.call.port.out.InMemoryCalls;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.testing.Storage;
import java.util.function.Supplier;

class InMemoryMigrationTest extends MigrationContract {

  private final Storage storage = Storage.inMemory();
  private final InMemoryMigration migration =
      new InMemoryMigration(
          (InMemoryOfficers) storage.officers(),
          (InMemoryClients) storage.clients(),
          (InMemoryCalls) storage.calls());

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }

  @Override
  protected MigratedClients migratedClients() {
    return migration.clients();
  }

  @Override
  protected MigratedCalls migratedCalls() {
    return migration.calls();
  }
}
