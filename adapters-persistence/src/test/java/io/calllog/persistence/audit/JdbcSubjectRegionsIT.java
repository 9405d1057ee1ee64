package io.calllog.persistence.audit;

import io.calllog.application.audit.port.out.SubjectRegionsContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcSubjectRegionsIT extends SubjectRegionsContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcSubjectRegionsIT(Storage storage, TransactionOperations transactions) {
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
