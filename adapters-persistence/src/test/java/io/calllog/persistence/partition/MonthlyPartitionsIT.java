package io.calllog.persistence.partition;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class MonthlyPartitionsIT extends StorageContract {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final DataSource dataSource;

  MonthlyPartitionsIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcClient database,
      DataSource dataSource) {
    this.storage = storage;
    this.transactions = transactions;
    this.database = database;
    this.dataSource = dataSource;
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
  void exist_two_years_ahead_after_startup() {
    assertThat(ensure(24)).isZero();
    assertThat(partitions()).isGreaterThanOrEqualTo(3 * (1 + 12 + 1 + 24));
  }

  @Test
  void are_created_once_when_several_nodes_start_together() {
    long before = partitions();
    int months = monthsAhead() + 6;
    Callable<Integer> node = () -> ensure(months);

    int created =
        allAtOnce(Collections.nCopies(4, node)).stream().mapToInt(Integer::intValue).sum();

    assertThat(created).isPositive();
    assertThat(partitions()).isEqualTo(before + created);
    assertThat(ensure(months)).isZero();
  }

  @Test
  void are_created_while_a_transaction_reads_and_logs_calls() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Call call = samples.call(officer, Samples.NOW);
    int months = monthsAhead() + 6;
    doInTransaction(() -> {
      assertThat(stored(call)).isEmpty();
      assertThat(storage.calls().addAbsent(List.of(new NewCall(call, null)))).hasSize(1);

      assertThat(meanwhile(() -> ensure(months))).isPositive();
    });
    assertThat(stored(call)).isPresent();
  }

  @Test
  void are_rejected_for_an_invalid_number_of_months() {
    assertThatThrownBy(() -> ensure(0)).hasMessageContaining("from 1 to 120");
    assertThatThrownBy(() -> ensure(121)).hasMessageContaining("from 1 to 120");
  }

  @Test
  void do_not_prevent_startup_when_they_cannot_be_created() {
    doInTransaction(() -> {
      database
          .sql("SELECT pg_advisory_xact_lock(hashtextextended('ensure_partitions', 0))::text")
          .query(String.class)
          .single();

      assertThat(meanwhile(this::nodeStarts)).isTrue();
    });
  }

  @Test
  void prevent_startup_when_this_month_or_the_next_is_missing() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      var client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      client.sql("SET search_path TO pg_catalog").update();

      assertThatIllegalStateException()
          .isThrownBy(() -> node(client, null).afterPropertiesSet())
          .withMessageContaining("is missing");

      client.sql("RESET search_path").update();
    }
  }

  @Test
  void have_the_triggers_of_their_table() {
    assertThat(
            database
                .sql(
                    """
                    SELECT inhrelid::regclass::text FROM pg_inherits
                    WHERE inhparent IN
                          ('calls'::regclass, 'audit_log'::regclass, 'audit_personal'::regclass)
                      AND (SELECT array_agg(tgname || tgtype::text ORDER BY tgname)
                           FROM pg_trigger WHERE tgrelid = inhrelid AND NOT tgisinternal)
                          IS DISTINCT FROM
                          (SELECT array_agg(tgname || tgtype::text ORDER BY tgname)
                           FROM pg_trigger WHERE tgrelid = inhparent AND NOT tgisinternal)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void of_the_audit_trail_are_dropped_when_all_entries_are_older_than_the_retention() {
    String oldest =
        DateTimeFormatter.ofPattern("uuuu_MM", Locale.ROOT)
            .format(YearMonth.now(UTC).minusMonths(3));
    transactions.executeWithoutResult(transaction -> {
      List<String> all = auditPartitions();
      node(database, null).maintain();
      assertThat(auditPartitions()).isEqualTo(all);

      node(database, Period.ofMonths(3)).maintain();
      assertThat(auditPartitions())
          .contains("audit_log_" + oldest, "audit_personal_" + oldest)
          .isEqualTo(
              all.stream()
                  .filter(name -> !name.contains("before"))
                  .filter(name -> name.substring(name.length() - 7).compareTo(oldest) >= 0)
                  .toList());
      node(database, Period.ofMonths(3)).maintain();
      assertThat(auditPartitions()).as("not created again").contains("audit_log_" + oldest);
      transaction.setRollbackOnly();
    });
  }

  @Test
  void of_the_audit_trail_are_dropped_by_one_of_several_nodes_which_records_it() {
    List<String> all = auditPartitions();
    String before =
        all.stream().filter(name -> name.startsWith("audit_log_before_")).findAny().get();
    String month = before.substring(before.length() - 7).replace('_', '-');
    Callable<Integer> node = () -> drop(month + "-01T00:00Z");
    try {
      assertThat(allAtOnce(Collections.nCopies(4, node))).containsExactlyInAnyOrder(2, 0, 0, 0);
      assertThat(
              database
                  .sql("SELECT changes::text FROM audit_log WHERE action = 'AUDIT_MONTHS_DROPPED'")
                  .query(String.class)
                  .single())
          .contains("{\"to\": \"%s\", \"from\": null, \"field\": \"olderThan\"}".formatted(month))
          .contains("{\"to\": \"0\", \"from\": \"1\", \"field\": \"months\"}");
    } finally {
      for (String parent : List.of("audit_log", "audit_personal")) {
        database
            .sql("SELECT add_partition(:parent, :name, NULL, cast(:upper AS timestamptz))::text")
            .param("parent", parent)
            .param("name", before.replace("audit_log", parent))
            .param("upper", month + "-01T00:00Z")
            .query(String.class)
            .single();
      }
    }
    assertThat(auditPartitions()).isEqualTo(all);
  }

  @Test
  void of_the_audit_trail_are_kept_from_the_current_month_on() {
    String tooLate = YearMonth.now(UTC).atDay(2) + "T00:00Z";
    assertThatThrownBy(() -> drop(tooLate)).hasMessageContaining("months before the current one");
  }

  private int drop(String olderThan) {
    return database
        .sql("SELECT drop_audit_partitions(cast(:olderThan AS timestamptz))")
        .param("olderThan", olderThan)
        .query(Integer.class)
        .single();
  }

  private List<String> auditPartitions() {
    return database
        .sql(
            """
            SELECT inhrelid::regclass::text FROM pg_inherits
            WHERE inhparent IN ('audit_log'::regclass, 'audit_personal'::regclass) ORDER BY 1
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static MonthlyPartitions node(JdbcClient database, @Nullable Period retention) {
    return new MonthlyPartitions(database, new AuditSettings(retention), InstantSource.system());
  }

  private boolean nodeStarts() {
    assertThatCode(() -> node(database, null).afterPropertiesSet()).doesNotThrowAnyException();
    return true;
  }

  private int ensure(int monthsAhead) {
    return database
        .sql("SELECT ensure_partitions(:months)")
        .param("months", monthsAhead)
        .query(Integer.class)
        .single();
  }

  /** The number of later months that have a partition; other tests can have created some. */
  private int monthsAhead() {
    return database
        .sql(
            """
            SELECT count(*) FROM pg_inherits
            WHERE inhparent = 'calls'::regclass AND inhrelid::regclass::text ~ '[0-9]{4}_[0-9]{2}$'
              AND right(inhrelid::regclass::text, 7) > to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')
            """)
        .query(Integer.class)
        .single();
  }

  private long partitions() {
    return database
        .sql(
            "SELECT count(*) FROM pg_inherits WHERE inhparent IN"
                + " ('calls'::regclass, 'audit_log'::regclass, 'audit_personal'::regclass)")
        .query(Long.class)
        .single();
  }
}
