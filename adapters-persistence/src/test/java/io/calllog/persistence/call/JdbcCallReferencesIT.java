package io.calllog.persistence.call;

import io.calllog.application.call.port.out.CallReferencesContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcCallReferencesIT extends CallReferencesContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcCallReferencesIT(Storage storage, TransactionOperations transactions) {
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
