package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.OnPostgres;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Lists in territories of few and of many regions, with and without newer rows elsewhere. */
@OnPostgres
class ListsOfRegionsIT extends StorageContract {

  private static final List<String> FILL =
      List.of(
          """
          INSERT INTO calls (id, officer_id, region_key, type, outcome, duration_seconds,
              started_at, logged_by, logged_at, updated_at)
          SELECT uuidv7(start - now()), :officer, key, 'OUTGOING', 'BUSY', 0, start, :officer, start, start
          FROM (%s) rows, LATERAL (SELECT date_trunc('second', now()) - place * interval '1 second' AS start) starts
          """,
          """
          INSERT INTO clients (id, name, region_key, status, created_at, updated_at)
          SELECT uuidv7(), 'Client ' || to_char(place + 1000000, '0000000'), key, 'LEAD', now(), now()
          FROM (%s) rows
          """,
          """
          INSERT INTO audit_log (at, action, region_key, outcome, changes)
          SELECT date_trunc('second', now()) - place * interval '1 second', 'CLIENT_CHANGED', key, 'DONE', '[]' FROM (%s) rows
          """,
          """
          INSERT INTO follow_ups (id, client_id, officer_id, due_at, state, created_at, updated_at)
          SELECT uuidv7(), (SELECT id FROM clients WHERE region_key = key LIMIT 1), :officer,
                 timestamptz '2026-03-10 12:00Z' + place * interval '1 second',
                 CASE WHEN place %% 3 = 0 THEN 'CANCELLED' ELSE 'OPEN' END, now(), now()
          FROM (%s) rows
          """);

  /** Three rows in each region, and 60 in the first one, which has the first of all. */
  private static final String INSIDE =
      """
      SELECT key, row_number() OVER (ORDER BY path) * 3 + n * 37 % 200 AS place
      FROM regions, generate_series(1, CASE WHEN path LIKE '%/1' THEN 60 ELSE 3 END) n
      WHERE path LIKE :territory || '/%'
      """;

  /** Those outside stay without calls, so they are the first or the last of all. */
  private static final String CALL_INSIDE =
      """
      UPDATE client_totals
      SET last_call_at = timestamptz '2026-03-10 12:00Z' + hashtext(client_id::text) % 20 * interval '1 second'
      FROM clients JOIN regions ON key = region_key
      WHERE clients.id = client_id AND path LIKE :territory || '/%'
      """;

  private static final String EARLIEST_CALL_FIRST =
      "(SELECT last_call_at FROM client_totals WHERE client_id = clients.id), clients.id";

  private static final String LATEST_CALL_FIRST =
      EARLIEST_CALL_FIRST.replace("),", ") DESC,") + " DESC";

  private static final String OUTSIDE =
      "SELECT key, -n / 10.0 AS place FROM regions, generate_series(1, 3100) n WHERE path = :other";

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;

  ListsOfRegionsIT(Storage storage, TransactionOperations transactions, JdbcClient database) {
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

  @ParameterizedTest
  @CsvSource({"3, false", "3, true", "60, false", "60, true"})
  void have_each_row_once_and_in_order(int regions, boolean newerElsewhere) {
    var territory = samples.below("territory");
    make(IntStream.rangeClosed(1, regions).mapToObj(n -> samples.below("territory/" + n)).toList());
    Officer anna = keep(samples.officer("Anna", samples.below("other")));
    Visibility visibility = Visibility.of(territory(territory));

    transactions.executeWithoutResult(transaction -> {
      transaction.setRollbackOnly(); // other tests do not expect so many rows
      fill(INSIDE, anna);
      if (newerElsewhere) {
        fill(OUTSIDE, anna);
      }
      database.sql(CALL_INSIDE).param("territory", territory.path()).update();
      for (int limit : List.of(7, 40)) {
        assertThat(
                walk(
                    limit,
                    (Paging<ByStart> paging) ->
                        storage
                            .callViews()
                            .list(
                                CallFilter.ALL,
                                CallOrder.LATEST_FIRST,
                                visibility,
                                Visibility.EVERYTHING,
                                paging)))
            .extracting(CallView::id)
            .extracting(id -> id.value())
            .containsExactlyElementsOf(expected("calls", "started_at DESC, calls.id DESC"));
        assertThat(
                walk(
                    limit,
                    (Paging<ByName> paging) ->
                        storage.clientViews().list(ClientFilter.ALL, visibility, paging)))
            .extracting(listed -> listed.client().id().value())
            .containsExactlyElementsOf(expected("clients", "sort_name, clients.id"));
        for (boolean latestFirst : List.of(true, false)) {
          assertThat(
                  walk(
                      limit,
                      (Paging<ByLastCall> paging) ->
                          storage
                              .clientViews()
                              .listByLastCall(ClientFilter.ALL, visibility, latestFirst, paging)))
              .extracting(listed -> listed.client().id().value())
              .containsExactlyElementsOf(
                  expected("clients", latestFirst ? LATEST_CALL_FIRST : EARLIEST_CALL_FIRST));
        }
        assertThat(
                walk(
                    limit,
                    (Paging<ByTime> paging) ->
                        storage.trailViews().list(AuditFilter.ALL, visibility, paging)))
            .extracting(AuditView::id)
            .containsExactlyElementsOf(expected("audit_log", "at DESC, audit_log.id DESC"));
        assertThat(
                walk(
                    limit,
                    (Paging<ByTime> paging) ->
                        storage
                            .followUpViews()
                            .list(FollowUpFilter.ALL, visibility, visibility, paging)))
            .extracting(view -> view.id().value())
            .containsExactlyElementsOf(expected("follow_ups", "due_at, follow_ups.id"));
      }
    });
  }

  private void fill(String rows, Officer officer) {
    for (String statement : FILL) {
      database
          .sql(statement.formatted(rows))
          .param("territory", samples.below("territory").path())
          .param("other", samples.below("other").path())
          .param("officer", officer.id().value())
          .update();
    }
  }

  private List<UUID> expected(String table, String order) {
    List<UUID> ids =
        database
            .sql(
                "SELECT %1$s.id FROM %1$s JOIN regions ON key = %2$s"
                        .formatted(
                            table, table.equals("follow_ups") ? "client_region_key" : "region_key")
                    + " WHERE path LIKE :territory || '/%' ORDER BY "
                    + order)
            .param("territory", samples.below("territory").path())
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    assertThat(ids).hasSizeGreaterThan(50);
    return ids;
  }
}
