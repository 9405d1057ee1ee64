package io.calllog.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.application.audit.SubjectType;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** An erasure that is interrupted keeps its finished batches, and can be repeated. */
@OnPostgres
class ErasingBatchesIT extends StorageContract {

  private static final int CALLS = 2 * JdbcPersonalDataEraser.BATCH + 1;

  private final ActorId admin = new ActorId(samples.id(Samples.NOW));
  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;

  ErasingBatchesIT(Storage storage, TransactionOperations transactions, JdbcClient database) {
    this.storage = storage;
    this.transactions = transactions;
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
  void continues_after_an_interruption() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Client client = keep(samples.client("Acme", samples.root()));
    logCalls(officer, client);
    var batches = new AtomicInteger();
    assertThatThrownBy(() ->
            eraseAll(
                client,
                new UnitOfWork() {
                  @Override
                  public <T> T write(Supplier<T> work) {
                    // The first transaction erases audit values, and there are none.
                    if (batches.incrementAndGet() > 2) {
                      throw new IllegalStateException("killed");
                    }
                    return inTransaction(work);
                  }

                  @Override
                  public <T> T snapshot(Supplier<T> reads) {
                    return inTransaction(reads);
                  }
                }))
        .hasMessage("killed");
    assertThat(comments(client)).isEqualTo(CALLS - JdbcPersonalDataEraser.BATCH);

    eraseAll(
        client,
        new UnitOfWork() {
          @Override
          public <T> T write(Supplier<T> work) {
            return inTransaction(work);
          }

          @Override
          public <T> T snapshot(Supplier<T> reads) {
            return inTransaction(reads);
          }
        });
    assertThat(comments(client)).isZero();
  }

  private void eraseAll(Client client, UnitOfWork unitOfWork) {
    storage
        .eraser()
        .eraseAll(unitOfWork, SubjectType.CLIENT, client.id().value(), admin, Samples.NOW);
  }

  private long comments(Client client) {
    return database
        .sql("SELECT count(comment) FROM calls WHERE client_id = :client")
        .param("client", client.id().value())
        .query(Long.class)
        .single();
  }

  private void logCalls(Officer officer, Client client) {
    database
        .sql(
            """
            INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds,
                started_at, comment, logged_by, logged_at, updated_at)
            SELECT uuidv7(started_at - now()), :officer, :client,
                (SELECT region_key FROM officers WHERE id = :officer), 'OUTGOING', 'BUSY', 0, started_at, 'About somebody', :officer, started_at, started_at
            FROM (SELECT now() - n * interval '1 minute' AS started_at
                  FROM generate_series(1, :calls) n) starts
            """)
        .param("officer", officer.id().value())
        .param("client", client.id().value())
        .param("calls", CALLS)
        .update();
  }
}
