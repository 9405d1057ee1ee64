package io.calllog.persistence.imports;

import io.calllog.application.imports.port.out.ImportMatchesContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcImportMatchesIT extends ImportMatchesContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcImportMatchesIT(Storage storage, TransactionOperations transactions) {
    this.storage = storage;
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
}
