package io.calllog.persistence.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.MergedClientsContract;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.OnPostgres;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcMergedClientsIT extends MergedClientsContract {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcMergedClients merged;
  private final JdbcClient database;

  JdbcMergedClientsIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcMergedClients merged,
      JdbcClient database) {
    this.storage = storage;
    this.transactions = transactions;
    this.merged = merged;
    this.database = database;
  }

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  @Test
  void many_calls_move_in_batches_and_the_history_is_complete_all_the_time() {
    int calls = 2 * JdbcMergedClients.BATCH + 10;
    insert(calls, again.id().value());
    insert(5, acme.id().value());
    CallHistory before =
        storage().callViews().historyWith(Set.of(acme.id(), again.id()), Visibility.EVERYTHING);
    merge();

    for (int batch : new int[] {JdbcMergedClients.BATCH, JdbcMergedClients.BATCH, 10, 0}) {
      assertThat(history())
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes(".*(version|updatedAt|clientId|clientName)")
          .isEqualTo(before);
      assertThat(history().latest().items()).extracting(CallView::clientName).containsOnly("Acme");
      assertThat(totals()).isEqualTo(calls + 5L);
      assertThat(wrongTotals()).isZero();
      assertThat(merged.moveBatch(again.id().value(), Samples.NOW)).isEqualTo(batch);
    }
    assertThat(
            database
                .sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = :merged")
                .param("merged", again.id().toString())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void totals_follow_changes_of_calls_that_have_not_moved_yet() {
    insert(JdbcMergedClients.BATCH + 1, again.id().value());
    insert(2, acme.id().value());
    merge();

    for (String change :
        List.of(
            "UPDATE calls SET duration_seconds = 7, outcome = 'SUCCESSFUL' WHERE %s",
            "UPDATE calls SET deleted_at = now() WHERE %s AND started_at > now() - interval '9 hours'",
            "UPDATE calls SET started_at = started_at + interval '1 minute' WHERE %s",
            "DELETE FROM calls WHERE %s AND started_at > now() - interval '19 hours'",
            "INSERT INTO calls SELECT (jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'started_at', now()))).*"
                + " FROM calls c WHERE %s AND deleted_at IS NULL LIMIT 3")) {
      database
          .sql(change.formatted("client_id = :merged"))
          .param("merged", again.id().value())
          .update();
      assertThat(wrongTotals()).as(change).isZero();
    }
    assertThat(history().totals().calls()).isEqualTo(totals());
  }

  private long totals() {
    return database
        .sql("SELECT calls FROM client_totals WHERE client_id = :client")
        .param("client", acme.id().value())
        .query(Long.class)
        .single();
  }

  private CallHistory history() {
    Set<ClientId> ids = storage().clientViews().findIds(acme.id(), Visibility.EVERYTHING);
    return storage().callViews().historyWith(ids, Visibility.EVERYTHING);
  }

  private long wrongTotals() {
    return database
        .sql("SELECT count(*) FROM client_total_differences(:clients)")
        .param("clients", new UUID[] {acme.id().value(), again.id().value()})
        .query(Long.class)
        .single();
  }

  private void insert(int calls, UUID client) {
    database
        .sql(
            """
            INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds,
                               started_at, logged_by, logged_at, updated_at)
            SELECT CAST(overlay(CAST(uuidv7() AS text) PLACING substr(CAST(call_id_bound(start) AS text), 1, 13)
                                FROM 1) AS uuid),
                   officers.id, :client, region_key, 'OUTGOING',
                   (ARRAY ['SUCCESSFUL', 'BUSY', 'FOLLOW_UP'])[1 + n % 3], n % 90, start, officers.id, now(), now()
            FROM (SELECT n, now() - n * interval '1 hour' AS start FROM generate_series(1, :calls) n) made, officers
            WHERE officers.id = :officer
            """)
        .param("client", client)
        .param("calls", calls)
        .param("officer", anna.id().value())
        .update();
  }
}
