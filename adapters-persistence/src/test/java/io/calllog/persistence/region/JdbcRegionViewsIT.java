package io.calllog.persistence.region;

import io.calllog.application.region.port.out.RegionViewsContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcRegionViewsIT extends RegionViewsContract {

  private final Storage storage;
  private final TransactionOperations transactions;

  JdbcRegionViewsIT(Storage storage, TransactionOperations transactions) {
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
