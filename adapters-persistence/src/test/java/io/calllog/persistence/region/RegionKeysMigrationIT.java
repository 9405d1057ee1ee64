package io.calllog.persistence.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.persistence.OnPostgres;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The migration of a filled database from paths to keys, in a schema of its own. */
@OnPostgres
class RegionKeysMigrationIT {

  private static final String SCHEMA = "migrated_regions";

  private static final List<String> FILL =
      List.of(
          """
          INSERT INTO officers (id, name, email, email_key, region, role, status, password_hash,
              created_at, updated_at)
          SELECT uuidv7(), 'Officer ' || n, n || '@x', n || '@x', region, 'OFFICER', 'ACTIVE', '-', now(), now()
          FROM (VALUES (1, 'EMEA/UK/London'), (2, 'EMEA/UKX'), (3, 'unassigned'), (4, '')) o (n, region)
          """,
          """
          INSERT INTO clients (id, name, region, status, owner_id, created_at, updated_at)
          SELECT uuidv7(), 'Client', 'APAC/Österreich 2', 'LEAD', id, now(), now() FROM officers
          """,
          """
          INSERT INTO calls (id, officer_id, client_id, region, type, outcome, duration_seconds,
              started_at, logged_by, logged_at, updated_at, deleted_at)
          SELECT uuidv7(started_at - now()), officers.id, NULL,
              CASE WHEN n % 3 = 0 THEN 'Imported/' || n % 2 ELSE officers.region END,
              'OUTGOING', 'BUSY', n, started_at, officers.id, started_at, started_at,
              CASE WHEN n % 7 = 0 THEN started_at END
          FROM officers,
               (SELECT n, now() - n * interval '5 days' AS started_at FROM generate_series(1, 50) n) starts
          """,
          """
          INSERT INTO audit_log (at, actor_id, action, region, outcome, changes)
          SELECT now() - n * interval '10 days', NULL, 'SIGNED_IN', region, 'DONE', '[]'
          FROM generate_series(1, 30) n, (VALUES ('EMEA/UK/London'), (NULL), ('Only/In/Audit')) r (region)
          """);

  private final JdbcClient database;
  private final DataSource dataSource;
  private final TransactionOperations transactions;

  RegionKeysMigrationIT(
      JdbcClient database, DataSource dataSource, TransactionOperations transactions) {
    this.database = database;
    this.transactions = transactions;
    this.dataSource = dataSource;
  }

  @BeforeEach
  @AfterEach
  void drop() {
    database.sql("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE").update();
  }

  @Test
  void keeps_the_regions_of_all_rows_and_the_figures() {
    migrateTo("7");
    FILL.forEach(this::execute);
    List<String> rows = rows("region", "");
    assertThat(rows).hasSizeGreaterThan(300).anyMatch(row -> row.contains("Only/In/Audit"));

    migrateTo("8");

    assertThat(rows("path", "LEFT JOIN regions ON regions.key = region_key")).isEqualTo(rows);
    assertThat(texts("SELECT path FROM regions WHERE deleted_at IS NULL ORDER BY path"))
        .containsExactly(
            "",
            "APAC",
            "APAC/Österreich 2",
            "EMEA",
            "EMEA/UK",
            "EMEA/UK/London",
            "EMEA/UKX",
            "unassigned");
    assertThat(texts("SELECT path FROM regions WHERE deleted_at IS NOT NULL ORDER BY path"))
        .as("regions without officers and clients")
        .containsExactly(
            "Imported", "Imported/0", "Imported/1", "Only", "Only/In", "Only/In/Audit");
  }

  @Test
  void keeps_the_functions_that_count_calls() {
    migrateTo("7");
    List<String> functions = texts(FUNCTIONS);
    FILL.forEach(this::execute);
    migrateTo("8");

    assertThat(texts(FUNCTIONS)).isEqualTo(functions);
    assertThat(
            texts(
                "SELECT count(*)::text FROM generate_series(0, 260) n,"
                    + " officer_day_differences((now() - n * interval '1 day')::date)"))
        .containsExactly("0");
    execute("UPDATE calls SET outcome = 'MISSED', duration_seconds = 7 WHERE duration_seconds = 8");
    execute("DELETE FROM calls WHERE duration_seconds = 9");
    assertThat(texts("SELECT sum(calls) || ' ' || sum(seconds) FROM officer_days"))
        .isEqualTo(
            texts(
                "SELECT count(*) || ' ' || sum(duration_seconds) FROM calls WHERE deleted_at IS NULL"));
    execute("UPDATE officer_days SET busy_calls = busy_calls + 1");
    assertThat(
            texts(
                "SELECT DISTINCT figure FROM generate_series(0, 260) n,"
                    + " rebuild_officer_day((now() - n * interval '1 day')::date)"))
        .containsExactly("busyCalls");
  }

  /** Everything but the definitions, which name another column. */
  private static final String FUNCTIONS =
      """
      SELECT concat_ws(' | ', proname, pg_get_function_identity_arguments(oid), proacl, prosecdef, proconfig,
                       obj_description(oid, 'pg_proc'))
      FROM pg_proc WHERE pronamespace = '%s'::regnamespace AND proname NOT LIKE '%%region%%'
      ORDER BY proname
      """
          .formatted(SCHEMA);

  private List<String> rows(String region, String join) {
    return texts(
        """
        SELECT row FROM (
            SELECT concat_ws('|', 'officer', o.id, %1$s) AS row FROM officers o %2$s
            UNION ALL SELECT concat_ws('|', 'client', c.id, %1$s, owner_id) FROM clients c %2$s
            UNION ALL SELECT concat_ws('|', 'call', c.id, %1$s, duration_seconds, c.deleted_at, c.version)
                FROM calls c %2$s
            UNION ALL SELECT concat_ws('|', 'day', officer_id, day, %1$s, calls, seconds, busy_calls)
                FROM officer_days %2$s
            UNION ALL SELECT concat_ws('|', 'audit', a.id, %1$s, at) FROM audit_log a %2$s) rows
        ORDER BY row COLLATE "C"
        """
            .formatted(region, join));
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

  private void execute(String sql) {
    transactions.executeWithoutResult(_ -> {
      enter();
      database.sql(sql).update();
    });
  }

  private List<String> texts(String sql) {
    return transactions.execute(_ -> {
      enter();
      return database.sql(sql).query(String.class).list();
    });
  }

  private void enter() {
    database.sql("SET LOCAL search_path = " + SCHEMA + ", public").update();
  }
}
