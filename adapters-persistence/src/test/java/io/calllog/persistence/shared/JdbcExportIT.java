package io.calllog.persistence.shared;

import io.calllog.application.shared.port.out.ExportContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcExportIT extends ExportContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcExportIT(Storage storage, TransactionOperations transactions) {
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
