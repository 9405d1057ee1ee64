package io.calllog.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The upgrade of a database that has calls, in a schema of its own. */
@OnPostgres
class PartitionedIndexesIT {

  private static final String SCHEMA = "partitioned_indexes";

  /** A call in each of the last months. */
  private static final String LOG_CALLS =
      """
      INSERT INTO calls (id, officer_id, region_key, type, outcome, duration_seconds, comment, started_at,
                         logged_by, logged_at, updated_at)
      SELECT CAST(overlay(CAST(uuidv7() AS text) PLACING substr(CAST(call_id_bound(start) AS text), 1, 13)
                          FROM 1) AS uuid),
             id, 1, 'OUTGOING', 'BUSY', 0, 'Olá!', start, id, now(), now()
      FROM officers,
           (SELECT now() - make_interval(months => n) AS start FROM generate_series(0, 14) n) starts
      """;

  private final SimpleDriverDataSource dataSource;
  private final JdbcTemplate database;
  private final Flyway flyway;

  PartitionedIndexesIT(JdbcConnectionDetails postgres) {
    var settings = new Properties();
    settings.setProperty("currentSchema", SCHEMA + ",public");
    settings.setProperty("ApplicationName", SCHEMA);
    settings.setProperty("user", String.valueOf(postgres.getUsername()));
    settings.setProperty("password", String.valueOf(postgres.getPassword()));
    dataSource = new SimpleDriverDataSource(new Driver(), postgres.getJdbcUrl(), settings);
    database = new JdbcTemplate(dataSource);
    flyway = to("latest");
  }

  @BeforeEach
  void migrate_a_database_with_calls() {
    drop();
    to("18").migrate();
    database.update(
        """
        INSERT INTO officers (id, name, email, email_key, region_key, role, status, password_hash,
                              created_at, updated_at)
        VALUES ('019028e0-8800-7000-8000-000000000001', 'Ada', 'a@x.example', 'a@x.example', 1, 'OFFICER',
                'ACTIVE', 'x', now(), now())
        """);
    database.update(LOG_CALLS);
    database.execute("GRANT UPDATE ON clients TO pg_monitor");
    flyway.migrate();
  }

  @AfterEach
  void drop() {
    // If a test fails, a node may still be building.
    database.execute(
        """
        SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE application_name = '%s' AND pid <> pg_backend_pid()
        """
            .formatted(SCHEMA));
    database.execute("SET lock_timeout = '5s'; DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
  }

  @Test
  void are_built_while_calls_are_logged() throws SQLException {
    assertThat(invalid()).containsExactly("calls_by_number", "calls_by_words");
    try (Connection open = dataSource.getConnection()) {
      open.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      useThisMonth(open);
      on(open).queryForList("SELECT FROM officers");
      CompletableFuture<Void> node = start();
      awaitWaiting("CREATE INDEX CONCURRENTLY%");

      logCallsWithoutWaiting();

      assertThat(node).isNotDone();
      open.commit();
      node.join();
    }
    assertComplete(30);
  }

  @Test
  void are_attached_without_making_writers_wait_for_readers() throws SQLException {
    try (Connection writer = dataSource.getConnection();
        Connection reader = dataSource.getConnection()) {
      useThisMonth(writer);
      CompletableFuture<Void> node = start();
      awaitWaiting(buildOfThisMonth());
      reader.setAutoCommit(false);
      on(reader).queryForList("SELECT FROM " + thisMonth());
      on(reader).execute("SET LOCAL lock_timeout = 0"); // its snapshot goes, its locks stay
      writer.commit();
      awaitWaiting("ALTER INDEX%ATTACH%");

      logCallsWithoutWaiting();

      assertThat(node).isNotDone();
      reader.commit();
      node.join();
    }
    assertComplete(30);
  }

  @Test
  void are_completed_by_the_next_start_if_building_was_interrupted() throws SQLException {
    try (Connection writer = dataSource.getConnection()) {
      useThisMonth(writer);
      CompletableFuture<Void> node = start();
      awaitWaiting(buildOfThisMonth());
      assertThat(
              text(
                  "SELECT pg_cancel_backend(pid)::text FROM pg_stat_activity WHERE query LIKE '"
                      + buildOfThisMonth()
                      + "'"))
          .isEqualTo("true");
      assertThatThrownBy(node::join).hasCauseInstanceOf(FlywayException.class);
    }
    String interrupted = thisMonth() + "_calls_by_number";
    assertThat(invalid()).containsExactly(interrupted, "calls_by_number", "calls_by_words");
    List<String> built = built();
    assertThat(built).hasSizeGreaterThan(10);
    String attachedNext = thisMonth() + "_calls_by_words";
    database.execute(
        "CREATE INDEX %s ON %s USING gin (array_to_tsvector(search_words(comment)))"
                .formatted(attachedNext, thisMonth())
            + " WHERE comment IS NOT NULL AND deleted_at IS NULL");
    String oid = oid(attachedNext);
    database.queryForList(
        "SELECT add_partition('calls', 'calls_2100_01', '2100-01-01', '2100-02-01')");

    start().join();

    assertComplete(15);
    assertThat(built()).containsAll(built).contains(oid);
  }

  @Test
  void are_built_by_one_of_two_nodes_that_start_together() throws SQLException {
    try (Connection writer = dataSource.getConnection()) {
      useThisMonth(writer);
      CompletableFuture<Void> first = start();
      awaitWaiting(buildOfThisMonth());
      CompletableFuture<Void> second = start();
      await()
          .during(Duration.ofSeconds(3))
          .until(() -> statements("CREATE INDEX%").size() == 1 && statements("DROP%").isEmpty());
      assertThat(second).isNotDone();
      writer.commit();
      first.join();
      second.join();
    }
    assertComplete(15);
  }

  @Test
  void do_not_wait_for_a_start_if_there_are_no_calls() {
    drop();
    flyway.migrate();
    assertThat(invalid()).isEmpty();
  }

  /** Other parts of the same migrations. */
  @Test
  void come_with_checked_kinds_of_departures_and_the_right_to_merge() {
    String checked =
        """
        SELECT bool_and(convalidated)::text FROM pg_constraint
        WHERE conname = 'departures_kind_check' AND connamespace = current_schema()::regnamespace
        """;
    assertThat(text(checked)).isEqualTo("true");
    String mayMerge =
        "SELECT has_function_privilege('%s', 'take_merged_totals(uuid)', 'EXECUTE')::text";
    assertThat(text(mayMerge.formatted("pg_monitor"))).isEqualTo("true");
    assertThat(text(mayMerge.formatted("pg_read_all_data"))).isEqualTo("false");
  }

  private Flyway to(String version) {
    return Flyway.configure()
        .dataSource(dataSource)
        .defaultSchema(SCHEMA)
        .placeholders(Map.of("reporting-time-zone", "Europe/London"))
        .target(version)
        .load();
  }

  private CompletableFuture<Void> start() {
    return CompletableFuture.runAsync(
        () -> new SchemaMigration().migrate(flyway), Thread::startVirtualThread);
  }

  private void useThisMonth(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    on(connection).execute("LOCK TABLE " + thisMonth() + " IN ROW EXCLUSIVE MODE");
  }

  /** Longer than building and attaching may make others wait, and shorter than the tests. */
  private void logCallsWithoutWaiting() throws SQLException {
    try (Connection other = dataSource.getConnection()) {
      on(other).execute("SET lock_timeout = '1s'");
      on(other).update(LOG_CALLS);
    }
  }

  private String buildOfThisMonth() {
    return "CREATE INDEX CONCURRENTLY " + thisMonth() + "%";
  }

  private void awaitWaiting(String statement) {
    // Building also waits for an ANALYZE of autovacuum, anywhere in the database.
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> statements(statement + "' AND wait_event_type = 'Lock").size() == 1);
  }

  private List<String> statements(String like) {
    return texts(
        "SELECT query FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()"
            + " AND query LIKE '"
            + like
            + "'");
  }

  private void assertComplete(int calls) throws SQLException {
    assertThat(invalid()).isEmpty();
    try (Connection connection = dataSource.getConnection()) {
      JdbcTemplate indexed = on(connection);
      indexed.execute("SET enable_seqscan = off");
      assertThat(
              indexed.queryForObject(
                  """
                  SELECT count(*) FROM calls
                  WHERE comment IS NOT NULL AND deleted_at IS NULL
                    AND array_to_tsvector(search_words(comment)) @@ search_query('OLA')
                  """,
                  Integer.class))
          .isEqualTo(calls);
    }
  }

  private List<String> invalid() {
    return texts(
        """
        SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
        WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace ORDER BY relname
        """);
  }

  /** The ids of the attached indexes. */
  private List<String> built() {
    return texts(
        """
        SELECT inhrelid::text FROM pg_inherits
        WHERE inhparent IN ('calls_by_number'::regclass, 'calls_by_words'::regclass)
        """);
  }

  private String oid(String index) {
    return text("SELECT '%s'::regclass::oid::text".formatted(index));
  }

  private String thisMonth() {
    return text("SELECT to_char(now() AT TIME ZONE 'UTC', '\"calls_\"YYYY_MM')");
  }

  private List<String> texts(String sql) {
    return database.query(sql, (row, _) -> String.valueOf(row.getString(1)));
  }

  private String text(String sql) {
    return String.valueOf(database.queryForObject(sql, String.class));
  }

  private static JdbcTemplate on(Connection connection) {
    return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
  }
}
