package io.calllog.persistence.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.persistence.OnPostgres;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The functions that drop months of calls refuse what would lose calls. In a schema of its own. */
@OnPostgres
class PastMonthsIT {

  private static final String SCHEMA = "past_months_it";
  private static final String COUNTED_HOURS =
      "(SELECT DISTINCT day FROM officer_days) days, LATERAL counted_officer_hours(days.day)";

  private static final String KEEP_HOURS =
      "SELECT keep_officer_hours(day) FROM (SELECT DISTINCT day FROM officer_days) days";

  private static final String ANNOUNCE =
      "SELECT announce_past_months(date_trunc('month', now()) - interval '3 months')";
  private static final String AN_HOUR_LATER =
      "UPDATE past_months SET announced_at = announced_at - interval '1 hour'";

  /** The oldest partition, which has two calls. */
  private static final String DROP =
      """
      SELECT drop_past_month(partition, %s, cast(cast(%s AS text) AS xid8), 'a.csv.gz', repeat('a', 64))
      FROM past_months ORDER BY ends LIMIT 1
      """;

  private final JdbcClient database;
  private final DataSource dataSource;
  private final TransactionOperations transactions;

  PastMonthsIT(JdbcClient database, DataSource dataSource, TransactionOperations transactions) {
    this.database = database;
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  @BeforeEach
  void fill() {
    drop();
    Flyway.configure()
        .dataSource(dataSource)
        .defaultSchema(SCHEMA)
        .placeholders(Map.of("reporting-time-zone", "Europe/London"))
        .load()
        .migrate();
    run(
        """
        INSERT INTO officers (id, name, email, email_key, region_key, role, status, password_hash,
                              created_at, updated_at)
        VALUES ('019028e0-8800-7000-8000-000000000001', 'Ada', 'a@x.example', 'a@x.example', 1, 'OFFICER',
                'ACTIVE', 'x', now(), now())
        """);
    run(
        """
        INSERT INTO calls (id, officer_id, region_key, type, outcome, duration_seconds, started_at,
                           logged_by, logged_at, updated_at)
        SELECT CAST(overlay(CAST(uuidv7() AS text) PLACING substr(CAST(call_id_bound(start) AS text), 1, 13)
                            FROM 1) AS uuid),
               id, 1, 'OUTGOING', 'BUSY', 0, start, id, now(), now()
        FROM officers, (SELECT now() - n * interval '1000 days' AS start FROM generate_series(1, 2) n) starts
        """);
  }

  @AfterEach
  void drop() {
    database.sql("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE").update();
  }

  @Test
  void drop_a_month_that_was_announced_and_exported() {
    run(ANNOUNCE);
    run(AN_HOUR_LATER);
    dropAll();
    assertThat(count("calls")).isZero();
    assertThat(count("officer_days")).isEqualTo(2);
    assertThat(count(COUNTED_HOURS)).isEqualTo(2);
    run(KEEP_HOURS);
    assertThat(count("officer_hours WHERE calls = 1")).isEqualTo(2);
    assertThat(count("officer_days, LATERAL officer_day_differences(day)")).isZero();
  }

  @Test
  void refuse_a_month_that_nodes_may_still_write_to() {
    run(ANNOUNCE);
    assertThatThrownBy(this::dropAll).hasMessageContaining("less than a minute ago");
    assertThatThrownBy(() -> run("SELECT announce_past_months(now())"))
        .hasMessageContaining("before the current one");
  }

  @Test
  void refuse_a_month_that_is_not_what_was_exported() {
    run(ANNOUNCE);
    run(AN_HOUR_LATER);
    String fewer = DROP.formatted("1", "(SELECT max(changed_in) FROM calls)");
    assertThatThrownBy(() -> run(fewer)).hasMessageContaining("have changed");
    String before =
        DROP.formatted("2", "'" + text("SELECT max(changed_in)::text FROM calls") + "'");
    run("UPDATE calls SET comment = 'changed meanwhile'");
    assertThatThrownBy(() -> run(before)).hasMessageContaining("have changed");
    assertThat(count("calls")).isEqualTo(2);
  }

  @Test
  void return_how_many_months_are_newly_announced() {
    assertThat(text(ANNOUNCE))
        .isNotEqualTo("0")
        .isEqualTo(text("SELECT count(*) FROM past_months"));
    assertThat(text(ANNOUNCE)).isEqualTo("0");
  }

  @Test
  void take_an_announcement_back() {
    run(ANNOUNCE);
    run("SELECT announce_past_months(NULL)");
    assertThat(count("past_months")).isZero();
  }

  @Test
  void restore_only_the_latest_dropped_month_and_only_if_it_is_complete() {
    run(ANNOUNCE);
    run(AN_HOUR_LATER);
    run("CREATE TABLE exported AS SELECT * FROM calls");
    String name = text("SELECT partition FROM past_months ORDER BY ends LIMIT 1");
    dropAll();
    assertThatThrownBy(() -> run("SELECT prepare_past_month('calls_2001_01')"))
        .hasMessageContaining("is restored first");
    run("SELECT prepare_past_month('" + name + "')");
    run("INSERT INTO " + name + " SELECT * FROM exported LIMIT 1");
    assertThatThrownBy(() -> run("SELECT restore_past_month('" + name + "')"))
        .hasMessageContaining("has 1 rows, but 2 were exported");
    run("TRUNCATE " + name);
    run("INSERT INTO " + name + " SELECT * FROM exported");
    run("SELECT restore_past_month('" + name + "')");
    assertThat(count("calls")).isEqualTo(2);
    assertThat(count("past_officer_days")).isZero();
    assertThat(count("past_officer_hours")).isZero();
    run(KEEP_HOURS);
    assertThat(count("officer_hours WHERE calls = 1")).isEqualTo(2);
    assertThat(count("officer_days, LATERAL officer_day_differences(day)")).isZero();
    run("DELETE FROM " + name); // it has its triggers again
    assertThat(count("officer_days WHERE calls > 0")).isZero();
    assertThat(count("officer_hours")).isZero();
  }

  @Test
  void restore_the_hours_of_a_month_that_was_dropped_before_hours_were_kept() {
    run(ANNOUNCE);
    run(AN_HOUR_LATER);
    run("CREATE TABLE exported AS SELECT * FROM calls");
    String name = text("SELECT partition FROM past_months ORDER BY ends LIMIT 1");
    dropAll();
    run("DELETE FROM past_officer_hours");
    run(KEEP_HOURS);
    assertThat(count(COUNTED_HOURS)).isZero();
    run("SELECT prepare_past_month('" + name + "')");
    run("INSERT INTO " + name + " SELECT * FROM exported");
    run("SELECT restore_past_month('" + name + "')");
    assertThat(count(COUNTED_HOURS)).isEqualTo(2);
    assertThat(count("officer_days WHERE hours_kept")).isZero();
    run(KEEP_HOURS);
    assertThat(count("officer_hours WHERE calls = 1")).isEqualTo(2);
  }

  private void dropAll() {
    run(DROP.formatted("2", "'" + text("SELECT max(changed_in)::text FROM calls") + "'"));
  }

  private void run(String sql) {
    transactions.executeWithoutResult(_ -> {
      useSchema();
      if (sql.startsWith("SELECT")) {
        database.sql(sql).query((row, _) -> true).list();
      } else {
        database.sql(sql).update();
      }
    });
  }

  private long count(String from) {
    return Long.parseLong(text("SELECT count(*)::text FROM " + from));
  }

  private String text(String sql) {
    return transactions.execute(_ -> {
      useSchema();
      return database.sql(sql).query(String.class).single();
    });
  }

  private void useSchema() {
    database.sql("SET LOCAL search_path = " + SCHEMA + ", public").update();
  }
}
