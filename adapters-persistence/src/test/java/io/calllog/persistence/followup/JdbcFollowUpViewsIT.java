package io.calllog.persistence.followup;

import io.calllog.application.followup.port.out.FollowUpViewsContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcFollowUpViewsIT extends FollowUpViewsContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcFollowUpViewsIT(Storage storage, TransactionOperations transactions) {
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
