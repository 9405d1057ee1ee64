package io.calllog.persistence.client;

import io.calllog.application.client.port.out.ClientRepositoryContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JpaClientRepositoryIT extends ClientRepositoryContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JpaClientRepositoryIT(Storage storage, TransactionOperations transactions) {
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
