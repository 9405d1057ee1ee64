package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.api.Services;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The schema in databases with unusual setups. */
class SchemaIT {

  private static final String FIGURES =
      """
      SELECT jsonb_agg(to_jsonb(figures) ORDER BY officer_id, day, region_key)::text
      FROM public.officer_days figures
      """;

  private record Copy(String out, String in) {}

  private final Services services = Services.running();

  @Test
  void finds_pg_trgm_in_any_schema() throws SQLException {
    String url = services.createDatabase("schema_trigrams");
    try (Connection superuser =
        DriverManager.getConnection(url, services.superuser(), services.superuserPassword())) {
      client(superuser)
          .sql(
              """
              CREATE SCHEMA extensions;
              GRANT USAGE ON SCHEMA extensions TO %s;
              CREATE EXTENSION pg_trgm SCHEMA extensions
              """
                  .formatted(services.user()))
          .update();
    }
    migrate(url);
    try (Connection owner = connect(url)) {
      assertThat(
              client(owner)
                  .sql("SELECT indexdef FROM pg_indexes WHERE indexname = 'clients_by_text'")
                  .query(String.class)
                  .single())
          .contains("search_text extensions.gin_trgm_ops");
    }
  }

  /** The failure analysis recognises the message. */
  @Test
  void names_pg_trgm_if_it_cannot_be_created() throws SQLException {
    String url = services.createDatabase("schema_no_trigrams");
    try (Connection superuser =
        DriverManager.getConnection(url, services.superuser(), services.superuserPassword())) {
      client(superuser).sql("DROP EXTENSION IF EXISTS pg_trgm").update();
      client(superuser)
          .sql("REVOKE CREATE ON DATABASE schema_no_trigrams FROM PUBLIC, " + services.user())
          .update();
    }

    assertThatThrownBy(() -> migrate(url))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("pg_trgm")
        .rootCause()
        .hasMessageContaining("permission denied to create extension");
  }

  /**
   * As pg_restore does it in the two passes of docs/operations.md: an empty search path, and one
   * COPY for each partition, into the partitioned table.
   */
  @Test
  void accepts_restored_data_and_counts_the_figures() throws SQLException, IOException {
    String from = services.createDatabase("schema_dumped");
    String to = services.createDatabase("schema_restored");
    migrate(from);
    migrate(to);
    try (Connection dumped = connect(from);
        Connection restored = connect(to)) {
      fill(client(dumped));
      client(restored)
          .sql("SELECT pg_catalog.set_config('search_path', '', false)")
          .query(String.class)
          .single();
      client(restored).sql("DELETE FROM public.regions").update();
      for (Copy copy : copies(client(dumped))) {
        var data = new ByteArrayOutputStream();
        dumped.unwrap(PGConnection.class).getCopyAPI().copyOut(copy.out(), data);
        restored
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(copy.in(), new ByteArrayInputStream(data.toByteArray()));
      }
      for (String count :
          List.of("public.calls", "public.audit_log", "public.audit_personal", "public.regions")) {
        String sql = "SELECT count(*) FROM " + count;
        assertThat(client(restored).sql(sql).query(Long.class).single())
            .isEqualTo(client(dumped).sql(sql).query(Long.class).single())
            .isPositive();
      }
      assertThat(client(restored).sql(FIGURES).query(String.class).single())
          .isEqualTo(client(dumped).sql(FIGURES).query(String.class).single())
          .contains("\"calls\": 100");
      for (String table : List.of("regions", "officers", "clients", "calls", "follow_ups")) {
        assertThat(changedIn("min", table, restored))
            .as("%s are changes", table)
            .isGreaterThan(changedIn("max", table, dumped));
      }
    }
  }

  /** As after pg_restore of a whole database, which loads the rows before it creates triggers. */
  @Test
  void numbers_all_rows_again_if_they_are_ahead_of_the_cluster() throws SQLException {
    String url = services.createDatabase("schema_ahead");
    migrate(url);
    try (Connection connection = connect(url)) {
      JdbcClient database = client(connection);
      fill(database);
      database.sql("ALTER TABLE clients DISABLE TRIGGER USER").update();
      database.sql("UPDATE clients SET changed_in = '999999999999'").update();
      database.sql("ALTER TABLE clients ENABLE TRIGGER USER").update();

      migrate(url);

      assertThat(changedIn("max", "clients", connection)).isLessThan(999_999_999_999L);
      assertThat(
              database
                  .sql("SELECT count(*) FROM pg_indexes WHERE indexdef LIKE '%changed_in, id)'")
                  .query(Long.class)
                  .single())
          .isGreaterThan(8);
      assertThat(
              database
                  .sql(
                      "SELECT count(*) FROM pg_trigger WHERE tgname = 'note_insert' AND tgparentid = 0")
                  .query(Long.class)
                  .single())
          .isEqualTo(5);
    }
  }

  private static long changedIn(String bound, String table, Connection database) {
    return client(database)
        .sql("SELECT %s(changed_in)::text::bigint FROM public.%s".formatted(bound, table))
        .query(Long.class)
        .single();
  }

  /**
   * In the order of pg_dump, with the calls in the second pass: by name, but after the tables that
   * foreign keys refer to. Generated columns are left out.
   */
  private static List<Copy> copies(JdbcClient dumped) {
    return dumped
        .sql(
            """
            SELECT format('COPY public.%I (%s) TO STDOUT', relname, columns),
                   format('COPY public.%I (%s) FROM STDIN', coalesce(parent, relname), columns)
            FROM (SELECT relname, (SELECT relname FROM pg_class root WHERE root.oid = inhparent) AS parent,
                         string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns
                  FROM pg_class
                  JOIN pg_attribute ON attrelid = pg_class.oid
                  LEFT JOIN pg_inherits ON inhrelid = pg_class.oid
                  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                    AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                    AND relname NOT IN ('flyway_schema_history', 'reporting', 'region_tree', 'officer_days',
                                        'officer_hours', 'client_totals', 'scheduled_tasks', 'departures')
                  GROUP BY relname, inhparent) tables
            ORDER BY relname LIKE 'calls\\_%',
                     array_position(ARRAY ['regions', 'officers', 'clients', 'sessions']::name[], relname), relname
            """)
        .query((row, _) -> new Copy(row.getString(1), row.getString(2)))
        .list();
  }

  private static void fill(JdbcClient database) {
    for (String statement :
        List.of(
            "INSERT INTO regions (path) VALUES ('EMEA'), ('EMEA/UK')",
            """
            INSERT INTO officers (id, name, email, email_key, region_key, role, status, password_hash,
                created_at, updated_at)
            SELECT '00000000-0000-7000-8000-000000000001', 'Anna', 'a@x.example', 'a@x.example',
                key, 'OFFICER', 'ACTIVE', '-', now(), now()
            FROM regions WHERE path = 'EMEA'
            """,
            """
            INSERT INTO clients (id, name, region_key, status, owner_id, created_at, updated_at)
            SELECT '00000000-0000-7000-8000-000000000002', 'Acme', key, 'LEAD', officers.id, now(), now()
            FROM officers, regions WHERE path = 'EMEA/UK'
            """,
            """
            INSERT INTO follow_ups (id, client_id, officer_id, due_at, state, created_at, updated_at)
            SELECT uuidv7(), clients.id, officers.id, now(), 'OPEN', now(), now() FROM officers, clients
            """,
            """
            UPDATE clients SET deleted_at = now()
            """,
            """
            INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds,
                started_at, logged_by, logged_at, updated_at)
            SELECT uuidv7(started_at - now()), officers.id, clients.id, officers.region_key, 'OUTGOING',
                'BUSY', 60, started_at, officers.id, started_at, started_at
            FROM officers, clients,
                 (SELECT date_trunc('day', now()) - day * interval '20 days' + second * interval '1 second'
                      AS started_at
                  FROM generate_series(0, 30) day, generate_series(1, 100) second) starts
            """,
            """
            WITH entry AS (
              INSERT INTO audit_log (at, actor_id, action, outcome, changes)
              SELECT now(), id, 'SIGNED_IN', 'DONE', '[]' FROM officers RETURNING id, at)
            INSERT INTO audit_personal (entry_id, at, field, about, new_value)
            SELECT id, at, 'networkAddress', '{}', '192.0.2.7' FROM entry
            """)) {
      database.sql(statement).update();
    }
  }

  private void migrate(String url) {
    Flyway.configure()
        .dataSource(url, services.user(), services.password())
        .placeholders(Map.of("reporting-time-zone", "Europe/London"))
        .load()
        .migrate();
  }

  private Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, services.user(), services.password());
  }

  private static JdbcClient client(Connection connection) {
    return JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }
}
