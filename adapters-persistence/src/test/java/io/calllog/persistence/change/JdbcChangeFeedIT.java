package io.calllog.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.change.port.out.ChangeFeed;
import io.calllog.application.change.port.out.ChangeFeed.End;
import io.calllog.application.change.port.out.ChangeFeedContract;
import io.calllog.application.change.view.Change;
import io.calllog.application.change.view.Change.Removed;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcChangeFeedIT extends ChangeFeedContract {

  private final Storage storage;
  private final ChangeFeed feed;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final DataSource pool;

  JdbcChangeFeedIT(
      Storage storage,
      ChangeFeed feed,
      TransactionOperations transactions,
      JdbcClient database,
      DataSource pool) {
    this.storage = storage;
    this.feed = feed;
    this.transactions = transactions;
    this.database = database;
    this.pool = pool;
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

  @Test
  void does_not_pass_a_transaction_that_commits_late() throws SQLException {
    Client early = keep(samples.client("Early", samples.root()));
    Client late = keep(samples.client("Late", samples.root()));
    End before = settledEnd();
    try (Connection open = pool.getConnection();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.executeUpdate(
          "UPDATE clients SET name = 'Later' WHERE id = '" + late.id().value() + "'");
      long running;
      try (ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()")) {
        row.next();
        running = Long.parseLong(row.getString(1));
      }
      database
          .sql("UPDATE clients SET name = 'Earlier' WHERE id = :id")
          .param("id", early.id().value())
          .update();

      assertThat(feed.end().transaction()).isLessThanOrEqualTo(running);

      open.commit();
      open.setAutoCommit(true);
    }

    assertThat(readSince(everythingIn(samples.root()), before))
        .extracting(Change::id)
        .containsExactly(late.id().value(), early.id().value());
  }

  @Test
  void tells_what_was_deleted_from_its_table() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Call call = keep(samples.call(anna, Samples.NOW));
    End end = settledEnd();

    database.sql("DELETE FROM calls WHERE id = :id").param("id", call.id().value()).update();

    assertThat(readSince(everythingIn(samples.root()), end))
        .containsExactly(new Removed(ChangeKind.CALL, call.id().value()));
    assertThat(readSince(everythingIn(samples.below("UK")), end)).isEmpty();
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
