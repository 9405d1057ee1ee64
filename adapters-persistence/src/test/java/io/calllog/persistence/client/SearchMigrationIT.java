package io.calllog.persistence.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.shared.RegionPath;
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

/** The migration of a filled database to folded search, in a schema of its own. */
@OnPostgres
class SearchMigrationIT {

  private static final String SCHEMA = "migrated_search";

  private static final List<String> FILL =
      List.of(
          "INSERT INTO regions (path) VALUES ('EMEA'), ('EMEA / UK'), ('EMEA / UK/New  York '),"
              + " ('EMEA '), ('EMEA /DE'), ('EMEA/DE'), ('EMEA /DE/Berlin'), ('APAC'), ('APAC / JP'),"
              + " ('APAC/ JP'), ('APAC/ /KR'), (' '), ('  '), ('LA\uFE00TAM')",
          "INSERT INTO regions (path, deleted_at) VALUES ('EMEA/DE ', now()), ('EMEA/DE', now())",
          """
          INSERT INTO officers (id, name, email, email_key, region_key, role, status, password_hash,
              created_at, updated_at)
          SELECT uuidv7(), name, name || '@x.example', name, key, 'OFFICER', 'ACTIVE', '-', now(), now()
          FROM (VALUES ('Zoe'), ('Łukasz'), ('adam'), ('Émile')) o (name), regions WHERE path = 'EMEA / UK'
          """,
          """
          INSERT INTO clients (id, name, company, email, phone, region_key, status, created_at, updated_at,
              deleted_at)
          SELECT uuidv7(), 'José O’Brien', 'Größe & Söhne', 'J@x.example', '+442079460958', key, 'LEAD',
              now(), now(), deleted
          FROM regions, (VALUES (NULL), (now())) d (deleted) WHERE path = 'EMEA'
          """,
          """
          INSERT INTO officers (id, name, email, email_key, region_key, leads, role, status, password_hash,
              created_at, updated_at)
          SELECT uuidv7(), 'Of ' || path, path, path, key,
              ARRAY(SELECT key FROM regions WHERE path IN ('EMEA /DE', 'EMEA/DE', 'EMEA') ORDER BY path),
              'MANAGER', 'ACTIVE', '-', now(), now()
          FROM regions WHERE path LIKE '%/DE%' AND deleted_at IS NULL
          """,
          """
          INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds,
              started_at, logged_by, logged_at, updated_at)
          SELECT uuidv7(), officers.id, NULL, key, 'OUTGOING', 'BUSY', 1, now(), officers.id, now(), now()
          FROM officers, regions WHERE email = 'EMEA /DE' AND path LIKE '%/DE%'
          """);

  private final JdbcClient database;
  private final DataSource dataSource;
  private final TransactionOperations transactions;

  SearchMigrationIT(
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
  void folds_the_text_of_all_rows() {
    migrateTo("8");
    FILL.forEach(sql -> transactions.executeWithoutResult(_ -> in(sql).update()));

    migrateTo("9");

    assertThat(texts("SELECT name FROM officers WHERE role = 'OFFICER' ORDER BY sort_name"))
        .containsExactly("adam", "Émile", "Łukasz", "Zoe");
    assertThat(texts("SELECT search_text FROM officers ORDER BY search_text"))
        .contains("lukasz\nlukasz@xexample");
    assertThat(texts("SELECT search_text FROM clients"))
        .containsOnly("joseobrien\ngrosse&sohne\nj@xexample\n+442079460958")
        .hasSize(2);
  }

  @Test
  void makes_regions_with_equal_paths_one() {
    migrateTo("8");
    FILL.forEach(sql -> transactions.executeWithoutResult(_ -> in(sql).update()));

    migrateTo("9");

    List<String> paths = texts("SELECT path FROM regions WHERE deleted_at IS NULL ORDER BY path");
    assertThat(paths)
        .containsExactly(
            "",
            "-",
            "APAC",
            "APAC/-/KR",
            "APAC/JP",
            "EMEA",
            "EMEA/DE",
            "EMEA/DE/Berlin",
            "EMEA/UK",
            "EMEA/UK/New York",
            "LATAM",
            "unassigned");
    assertThat(texts("SELECT path FROM regions"))
        .allSatisfy(path -> assertThat(new RegionPath(path).path()).isEqualTo(path));
    assertThat(
            texts(
                """
                SELECT name || ': ' || path || ' ' || (
                    SELECT string_agg(lead.path, ',' ORDER BY array_position(leads, key))
                    FROM regions lead WHERE key = ANY (leads) AND deleted_at IS NULL)
                FROM officers JOIN regions ON key = region_key AND regions.deleted_at IS NULL
                WHERE role = 'MANAGER' ORDER BY name
                """))
        .containsExactly(
            "Of EMEA /DE: EMEA/DE EMEA,EMEA/DE",
            "Of EMEA /DE/Berlin: EMEA/DE/Berlin EMEA,EMEA/DE",
            "Of EMEA/DE: EMEA/DE EMEA,EMEA/DE");
    String counts =
        """
        SELECT path || ' ' || (regions.deleted_at IS NULL) || ' ' || sum(%1$s)
        FROM %2$s JOIN regions ON key = region_key
        GROUP BY key, path, regions.deleted_at HAVING sum(%1$s) > 0 ORDER BY 1
        """;
    assertThat(texts(counts.formatted("1", "(SELECT region_key FROM calls) calls")))
        .containsExactly(
            "EMEA/DE false 1", "EMEA/DE false 1", "EMEA/DE true 2", "EMEA/DE/Berlin true 1")
        .isEqualTo(texts(counts.formatted("calls", "officer_days")));
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

  private List<String> texts(String sql) {
    return transactions.execute(_ -> in(sql).query(String.class).list());
  }

  private JdbcClient.StatementSpec in(String sql) {
    database.sql("SET LOCAL search_path = " + SCHEMA + ", public").update();
    return database.sql(sql);
  }
}
