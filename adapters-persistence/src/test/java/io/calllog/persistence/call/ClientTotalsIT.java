package io.calllog.persistence.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The database maintains the totals of clients for every kind of write. */
@OnPostgres
class ClientTotalsIT extends StorageContract {

  /** Calls of random officers with random clients; one in four is without. */
  private static final String INSERT =
      """
      INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds,
                         started_at, logged_by, logged_at, updated_at)
      SELECT CAST(overlay(CAST(uuidv7() AS text) PLACING substr(CAST(call_id_bound(start) AS text), 1, 13)
                          FROM 1) AS uuid),
             officer, client, region_key, 'OUTGOING',
             (ARRAY ['SUCCESSFUL', 'BUSY', 'FOLLOW_UP'])[1 + n % 3], n % 90, start, officer, now(), now()
      FROM (SELECT n, CAST(:now AS timestamptz) - n * interval '1 second' AS start,
                   (CAST(:officers AS uuid[]))[1 + CAST(floor(random() * 3) AS integer)] AS officer,
                   (CAST(:clients AS uuid[]))[1 + CAST(floor(random() * 4) AS integer)] AS client
            FROM generate_series(1, :rows) n) made
      JOIN officers ON officers.id = officer
      """;

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;

  private final List<UUID> officers = new ArrayList<>();
  private final List<UUID> clients = new ArrayList<>();

  ClientTotalsIT(Storage storage, TransactionOperations transactions, JdbcClient database) {
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

  @BeforeEach
  void add_officers_and_clients() {
    for (int n = 0; n < 3; n++) {
      officers.add(keep(samples.officer("Anna " + n, samples.root())).id().value());
      clients.add(keep(samples.client("Acme " + n, samples.root())).id().value());
    }
  }

  @Test
  void follow_statements_that_change_many_calls() {
    insert(200);
    assertThat(differences()).isEmpty();
    for (String change :
        List.of(
            "UPDATE calls SET started_at = started_at - interval '1 hour' WHERE %s AND duration_seconds < 40",
            "UPDATE calls SET deleted_at = now() WHERE %s AND outcome = 'BUSY'",
            "UPDATE calls SET client_id = :client, duration_seconds = 7 WHERE %s AND duration_seconds > 60",
            "UPDATE calls SET deleted_at = NULL, outcome = 'OTHER' WHERE %s AND deleted_at IS NOT NULL",
            "UPDATE calls SET client_id = NULL WHERE %s AND duration_seconds = 7",
            "DELETE FROM calls WHERE %s AND started_at > :now - interval '1 minute'",
            "DELETE FROM calls WHERE %s")) {
      database
          .sql(
              change
                  .formatted("officer_id IN (:officers)")
                  .replace(":now", "'" + Samples.NOW + "'::timestamptz"))
          .param("officers", officers)
          .param("client", clients.getFirst())
          .update();
      assertThat(differences()).as(change).isEmpty();
    }
    assertThat(
            database
                .sql("SELECT sum(calls) FROM client_totals WHERE client_id IN (:clients)")
                .param("clients", clients)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void are_not_written_by_a_change_that_affects_no_total() {
    insert(20);
    List<String> before = versions();
    database
        .sql("UPDATE calls SET comment = 'x', type = 'INCOMING' WHERE officer_id IN (:officers)")
        .param("officers", officers)
        .update();
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void are_correct_when_many_write_at_the_same_time() throws Exception {
    insert(20);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers =
          IntStream.range(0, 12).<Future<?>>mapToObj(n -> threads.submit(() -> write(n))).toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    assertThat(differences()).isEmpty();
  }

  /**
   * Inserts many calls at once, which lock officers and clients, and deletes or moves the latest.
   */
  private void write(int seed) {
    var random = new Random(seed);
    for (int n = 0; n < 15; n++) {
      switch (random.nextInt(3)) {
        case 0 -> insert(1 + random.nextInt(20));
        case 1 -> changeLatest("UPDATE calls SET deleted_at = now()", random);
        default ->
            changeLatest("UPDATE calls SET started_at = started_at - interval '2 hours'", random);
      }
    }
  }

  private void changeLatest(String change, Random random) {
    database
        .sql(
            change
                + """
                 WHERE id = (SELECT id FROM calls WHERE client_id = :client AND deleted_at IS NULL
                             ORDER BY started_at DESC LIMIT 1)
                """)
        .param("client", clients.get(random.nextInt(3)))
        .update();
  }

  @Test
  void are_rebuilt_after_writes_without_triggers() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    keep(samples.call(anna, acme, Samples.NOW));
    database
        .sql("UPDATE client_totals SET calls = 3, last_call_at = NULL WHERE client_id = :id")
        .param("id", acme.id().value())
        .update();
    String lastCall = acme.id() + " lastCallAt null " + Samples.NOW.getEpochSecond();
    List<String> wrong = List.of(acme.id() + " calls 3 1", lastCall);

    List<String> rebuilt =
        inTransaction(() ->
            list(
                "SELECT concat_ws(' ', client_id, figure, coalesce(kept::text, 'null'), counted) FROM rebuild_client_totals()"));

    assertThat(rebuilt).filteredOn(line -> line.startsWith(acme.id().toString())).isEqualTo(wrong);
    assertThat(
            storage
                .callViews()
                .historyWith(Set.of(acme.id()), Visibility.EVERYTHING)
                .totals()
                .calls())
        .isEqualTo(1);
  }

  @Test
  void have_the_region_of_the_client_also_after_a_move_and_a_recount() {
    make(List.of(samples.below("UK")));
    Client acme = called(samples.client("Acme", samples.root()));

    moveToUk(acme);
    assertThat(regionsThatDiffer()).isZero();

    database
        .sql("UPDATE client_totals SET calls = 3, region_key = 1 WHERE client_id = :id")
        .param("id", acme.id().value())
        .update();
    assertThat(rebuild()).contains(acme.id() + " regionKey", acme.id() + " calls");
    assertThat(regionsThatDiffer()).isZero();
  }

  @Test
  void have_the_region_of_a_client_that_moves_during_a_recount() {
    make(List.of(samples.below("UK")));
    Client acme = called(samples.client("Acme", samples.root()));
    database
        .sql("UPDATE client_totals SET calls = 3 WHERE client_id = :id")
        .param("id", acme.id().value())
        .update();
    var moved = new AtomicReference<CompletableFuture<Void>>();

    doInTransaction(() -> {
      rebuild();
      moved.set(CompletableFuture.runAsync(() -> moveToUk(acme), Thread::startVirtualThread));
      await().until(this::someTransactionWaits);
    });

    moved.get().join();
    assertThat(regionsThatDiffer()).isZero();
  }

  private Client called(Client client) {
    keep(client);
    keep(samples.call(keep(samples.officer("Anna", samples.root())), client, Samples.NOW));
    return client;
  }

  private void moveToUk(Client client) {
    database
        .sql(
            """
            UPDATE clients SET region_key = (SELECT key FROM regions WHERE path = :path) WHERE id = :id
            """)
        .param("path", samples.below("UK").path())
        .param("id", client.id().value())
        .update();
  }

  private List<String> rebuild() {
    return inTransaction(
        () -> list("SELECT concat_ws(' ', client_id, figure) FROM rebuild_client_totals()"));
  }

  private boolean someTransactionWaits() {
    return meanwhile(() ->
        database
            .sql(
                "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')")
            .query(Boolean.class)
            .single());
  }

  private void insert(int rows) {
    database
        .sql(INSERT)
        .param("now", Samples.NOW.toString())
        .param("officers", officers.toArray(UUID[]::new))
        .param("clients", clients.toArray(UUID[]::new))
        .param("rows", rows)
        .update();
  }

  private List<String> differences() {
    return database
        .sql("SELECT d::text FROM client_total_differences(CAST(:clients AS uuid[])) d")
        .param("clients", clients.toArray(UUID[]::new))
        .query((row, _) -> row.getString(1))
        .list();
  }

  private long regionsThatDiffer() {
    return database
        .sql(
            """
            SELECT count(*) FROM clients JOIN client_totals ON client_id = id
            WHERE clients.region_key IS DISTINCT FROM client_totals.region_key
            """)
        .query(Long.class)
        .single();
  }

  private List<String> versions() {
    return database
        .sql(
            "SELECT concat(xmin, ctid) FROM client_totals WHERE client_id IN (:clients) ORDER BY client_id")
        .param("clients", clients)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private List<String> list(String sql) {
    return database.sql(sql).query((row, _) -> row.getString(1)).list();
  }
}
