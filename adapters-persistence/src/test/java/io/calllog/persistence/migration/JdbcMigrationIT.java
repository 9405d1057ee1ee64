package io.calllog.persistence.migration;

import io.calllog.application.migration.port.out.ImportedCalls;
import io.calllog.application.migration.port.out.ImportedClients;
import io.calllog.application.migration.port.out.ImportsContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcImportsIT extends ImportsContract {

  private final Storage storage;
  private final ImportedClients clients;
  private final ImportedCalls calls;
  private final TransactionOperations transactions;

  JdbcImportsIT(
      Storage storage,
      ImportedClients clients,
      ImportedCalls calls,
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
  protected ImportedClients importedClients() {
    return clients;
  }

  @Override
  protected ImportedCalls importedCalls() {
    return calls;
  }
}
