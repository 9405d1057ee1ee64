package io.calllog.persistence.analytics;

import io.calllog.application.analytics.port.out.TargetRepositoryContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcTargetRepositoryIT extends TargetRepositoryContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcTargetRepositoryIT(Storage storage, TransactionOperations transactions) {
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
