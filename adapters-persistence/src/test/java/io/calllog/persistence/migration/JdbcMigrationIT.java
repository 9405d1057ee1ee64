package io.calllog.persistence.migration;

import io.calllog.application.migration.port.out.MigratedCalls;
import io.calllog.application.migration.port.out.MigratedClients;
import io.calllog.application.migration.port.out.MigrationContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcMigrationIT extends MigrationContract {

  private final Storage storage;
  private final MigratedClients clients;
  private final MigratedCalls calls;
  private final TransactionOperations transactions;

  JdbcMigrationIT(
      Storage storage,
      MigratedClients clients,
      MigratedCalls calls,
      TransactionOperations transactions) {
    this.storage = storage;
    this.clients = clients;
    this.calls = calls;
    this.transactions = transactions;
  }

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  @Override
  protected MigratedClients migratedClients() {
    return clients;
  }

  @Override
  protected MigratedCalls migratedCalls() {
    return calls;
  }
}
