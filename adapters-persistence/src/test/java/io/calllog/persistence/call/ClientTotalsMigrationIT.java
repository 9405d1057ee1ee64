package io.calllog.persistence.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.persistence.OnPostgres;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** V10 counts the calls that are there, and later ones follow. V22 copies the regions. */
@OnPostgres
class ClientTotalsMigrationIT {

  private static final String SCHEMA = "client_totals_migration";

  private static final List<String> FILL =
      List.of(
          """
          INSERT INTO officers (id, name, email, email_key, region_key, role, status, password_hash,
                                created_at, updated_at)
          VALUES ('019028e0-8800-7000-8000-000000000001', 'Ada', 'a@x.example', 'a@x.example', 1, 'OFFICER',
                  'ACTIVE', 'x', now(), now())
          """,
          """
          INSERT INTO clients (id, name, region_key, status, created_at, updated_at)
          SELECT CAST('019028e0-8801-7000-8000-00000000000' || n AS uuid), 'Acme', 1, 'LEAD', now(), now()
          FROM generate_series(1, 2) n
          """,
          call(1, "SUCCESSFUL", 60, null),
          call(1, "BUSY", 3, null),
          call(1, "SUCCESSFUL", 9, "now()"),
          call(2, "FOLLOW_UP", 7, null));

  private static final String CLIENT_WITHOUT_CALLS =
      """
      INSERT INTO clients (id, name, region_key, status, created_at, updated_at)
      VALUES ('019028e0-8801-7000-8000-000000000003', 'Bolt', 1, 'LEAD', now(), now())
      """;

  private final JdbcClient database;
  private final DataSource dataSource;
  private final TransactionOperations transactions;

  ClientTotalsMigrationIT(
      JdbcClient database, DataSource dataSource, TransactionOperations transactions) {
    this.database = database;
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  @BeforeEach
  @AfterEach
  void drop() {
    database.sql("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE").update();
  }

  @Test
  void counts_the_calls_of_each_client() {
    migrateTo("9");
    FILL.forEach(sql -> transactions.executeWithoutResult(_ -> in(sql).update()));

    migrateTo("10");

    assertThat(totals()).containsExactly("(2,1,63,60)", "(1,1,7,7)");
    transactions.executeWithoutResult(_ -> in(call(2, "BUSY", 5, null)).update());
    assertThat(totals()).containsExactly("(2,1,63,60)", "(2,1,12,7)");
  }

  @Test
  void copies_the_region_of_each_client_with_and_without_calls() {
    migrateTo("20");
    FILL.forEach(sql -> transactions.executeWithoutResult(_ -> in(sql).update()));
    transactions.executeWithoutResult(_ -> in(CLIENT_WITHOUT_CALLS).update());

    migrateTo("22");

    assertThat(regions()).containsExactly(1, 1, 1);
  }

  private static String call(int client, String outcome, int seconds, @Nullable String deletedAt) {
    return """
    INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds, started_at,
                       logged_by, logged_at, updated_at, deleted_at)
    SELECT uuidv7(), id, '019028e0-8801-7000-8000-00000000000%s', 1, 'OUTGOING', '%s', %s, now(), id, now(),
           now(), %s
    FROM officers
    """
        .formatted(client, outcome, seconds, deletedAt);
  }

  private List<String> totals() {
    return transactions.execute(_ ->
        in("SELECT ROW(calls, connected, seconds, talk_seconds)::text FROM client_totals"
                + " ORDER BY client_id")
            .query(String.class)
            .list());
  }

  private List<Integer> regions() {
    return transactions.execute(
        _ -> in("SELECT coalesce(region_key, 0) FROM client_totals").query(Integer.class).list());
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(dataSource)
        .defaultSchema(SCHEMA)
        .placeholders(Map.of("reporting-time-zone", "Europe/London"))
        .target(version)
        .load()
        .migrate();
  }

  private JdbcClient.StatementSpec in(String sql) {
    database.sql("SET LOCAL search_path = " + SCHEMA + ", public").update();
    return database.sql(sql);
  }
}
