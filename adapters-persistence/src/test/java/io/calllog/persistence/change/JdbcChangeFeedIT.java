package io.calllog.persistence.change;

import static org.awaitility.Awaitility.await;

import io.calllog.application.change.port.out.ChangeFeed;
import io.calllog.application.change.port.out.ChangeFeed.End;
import io.calllog.application.change.port.out.ChangeFeedContract;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcChangeFeedIT extends ChangeFeedContract {

  private final Storage storage;
  private final ChangeFeed feed;
  private final TransactionOperations transactions;
  private final JdbcClient database;

  JdbcChangeFeedIT(
      Storage storage, ChangeFeed feed, TransactionOperations transactions, JdbcClient database) {
    this.storage = storage;
    this.feed = feed;
    this.transactions = transactions;
    this.database = database;
  }

  @Override
  protected ChangeFeed feed() {
    return feed;
  }

  /** The server itself may run a transaction, such as an ANALYZE. */
  @Override
  protected End settledEnd() {
    long newest =
        database
            .sql("SELECT pg_snapshot_xmax(pg_current_snapshot())")
            .query((row, _) -> Long.parseLong(row.getString(1)))
            .single();
    return await().until(feed::end, end -> end.transaction() >= newest);
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
