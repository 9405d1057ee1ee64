package io.calllog.persistence.auth;

import io.calllog.application.auth.port.out.SessionRepositoryContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcSessionRepositoryIT extends SessionRepositoryContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcSessionRepositoryIT(Storage storage, TransactionOperations transactions) {
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
