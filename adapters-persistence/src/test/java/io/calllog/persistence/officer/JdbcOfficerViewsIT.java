package io.calllog.persistence.officer;

import io.calllog.application.officer.port.out.OfficerViewsContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcOfficerViewsIT extends OfficerViewsContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcOfficerViewsIT(Storage storage, TransactionOperations transactions) {
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
