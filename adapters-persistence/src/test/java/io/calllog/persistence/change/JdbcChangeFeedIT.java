package io.calllog.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.change.port.out.ChangeFeed;
import io.calllog.application.change.port.out.ChangeFeed.End;
import io.calllog.application.change.port.out.ChangeFeedContract;
import io.calllog.application.change.view.Change;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
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

  @Test
  void has_rows_that_were_inserted_with_the_transaction_of_a_backup() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Call call = keep(samples.call(anna, Samples.NOW));
    End end = settledEnd();

    UUID client =
        database
            .sql(
                """
                INSERT INTO clients (id, name, region_key, status, created_at, updated_at, changed_in)
                SELECT uuidv7(), name, region_key, status, created_at, updated_at, changed_in
                FROM clients WHERE id = :id RETURNING id
                """)
            .param("id", acme.id().value())
            .query(UUID.class)
            .single();
    UUID copy =
        database
            .sql(
                """
                INSERT INTO calls (id, officer_id, region_key, type, outcome, duration_seconds, started_at,
                                   logged_by, logged_at, updated_at, changed_in)
                SELECT uuidv7(started_at - now()), officer_id, region_key, type, outcome, duration_seconds,
                       started_at, logged_by, logged_at, updated_at, changed_in
                FROM calls WHERE id = :id RETURNING id
                """)
            .param("id", call.id().value())
            .query(UUID.class)
            .single();

    assertThat(readSince(everythingIn(samples.root()), end))
        .extracting(Change::id)
        .containsExactly(client, copy);
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
