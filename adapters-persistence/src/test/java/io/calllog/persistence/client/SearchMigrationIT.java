package io.calllog.persistence.client;

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

/** The migration of a filled database to folded search, in a schema of its own. */
@OnPostgres
class SearchMigrationIT {

  private static final String SCHEMA = "migrated_search";

  private static final List<String> FILL =
      List.of(
          "INSERT INTO regions (path) VALUES ('EMEA'), ('EMEA / UK'), ('EMEA / UK/New  York '),"
              + " ('EMEA/DE'), ('EMEA /DE')",
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
  void folds_the_text_of_all_rows_and_tidies_paths() {
    migrateTo("8");
    FILL.forEach(sql -> transactions.executeWithoutResult(_ -> in(sql).update()));

    migrateTo("9");

    assertThat(texts("SELECT name FROM officers ORDER BY sort_name"))
        .containsExactly("adam", "Émile", "Łukasz", "Zoe");
    assertThat(texts("SELECT search_text FROM officers ORDER BY search_text"))
        .contains("lukasz\nlukasz@xexample");
    assertThat(texts("SELECT search_text FROM clients"))
        .containsOnly("joseobrien\ngrosse&sohne\nj@xexample\n+442079460958")
        .hasSize(2);
    assertThat(texts("SELECT path FROM regions ORDER BY path"))
        .contains("EMEA/UK", "EMEA/UK/New York", "EMEA/DE", "EMEA /DE");
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
