package io.calllog.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.view.Difference;
import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.persistence.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** The database maintains the figures for every kind of write, also under concurrency. */
@OnPostgres
class OfficerDaysIT extends StorageContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final DataSource dataSource;

  OfficerDaysIT(
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
  void count_types_and_outcomes_separately_and_in_total() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    for (CallOutcome outcome : CallOutcome.values()) {
      keep(samples.call(anna, samples.facts(null, CallType.INCOMING, outcome, 10, Samples.NOW)));
      keep(samples.call(anna, samples.facts(null, CallType.OUTGOING, outcome, 1, Samples.NOW)));
    }

    assertThat(
            row(
                anna,
                "incoming_calls, incoming_seconds, outgoing_calls, outgoing_seconds, calls,"
                    + " seconds, busy_calls, busy_seconds"))
        .isEqualTo("(6,60,6,6,12,66,2,11)");
    long connected = List.of(CallOutcome.values()).stream().filter(CallOutcome::connected).count();
    assertThat(row(anna, "connected")).isEqualTo("(" + 2 * connected + ")");
  }

  @Test
  void are_not_written_by_a_change_that_affects_no_figure() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    keep(samples.call(anna, Samples.NOW));
    String before = row(anna, "xmin, ctid");

    database
        .sql("UPDATE calls SET comment = 'x' WHERE officer_id = :id")
        .param("id", anna.id().value())
        .update();

    assertThat(row(anna, "xmin, ctid")).isEqualTo(before);
  }

  @Test
  void prevent_truncating_calls() {
    for (String table : List.of("calls", "calls_2026_11", "officers, clients, calls")) {
      assertThatThrownBy(() -> database.sql("TRUNCATE " + table + " CASCADE").update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("cannot be truncated");
    }
  }

  @Test
  void are_rolled_back_with_a_failed_statement() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Call call = samples.call(anna, Samples.NOW);
    assertThatThrownBy(() ->
            doInTransaction(() -> {
              assertThat(storage.calls().addAbsent(List.of(new NewCall(call, null)))).hasSize(1);
              assertThat(row(anna, "calls")).isEqualTo("(1)");
              throw new IllegalStateException("after the insert");
            }))
        .hasMessage("after the insert");
    assertThat(rows(anna)).isZero();
  }

  @Test
  void are_rebuilt_after_writes_without_triggers() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    keep(samples.call(anna, Samples.NOW));
    database
        .sql(
            "UPDATE officer_days SET busy_calls = 3, successful_seconds = 0 WHERE officer_id = :id")
        .param("id", anna.id().value())
        .update();
    List<Difference> differences =
        List.of(
            new Difference(DAY, anna.id(), samples.root().path(), "busyCalls", 3, 0),
            new Difference(DAY, anna.id(), samples.root().path(), "successfulSeconds", 0, 60));
    assertThat(ours(storage.rollUp().differences(DAY))).isEqualTo(differences);
    assertThat(ours(inTransaction(() -> storage.rollUp().rebuild(DAY)))).isEqualTo(differences);
    assertThat(ours(storage.rollUp().differences(DAY))).isEmpty();
    assertThat(row(anna, "calls, seconds")).isEqualTo("(1,60)");
  }

  @Test
  void by_hour_are_rebuilt_after_writes_without_triggers() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Call call = keep(samples.call(anna, Samples.NOW));
    int hour = call.facts().startedAt().atZone(Storage.ZONE.id()).getHour();
    database.sql("SELECT 1 FROM keep_officer_hours(:day)").param("day", DAY).query().singleValue();
    database
        .sql("UPDATE officer_hours SET calls = 3, talk_seconds = 0 WHERE officer_id = :id")
        .param("id", anna.id().value())
        .update();
    String region = samples.root().path();
    List<Difference> differences =
        List.of(
            new Difference(DAY, anna.id(), region, "hour" + hour + "Calls", 3, 1),
            new Difference(DAY, anna.id(), region, "hour" + hour + "TalkSeconds", 0, 60));
    assertThat(ours(storage.rollUp().differences(DAY))).isEqualTo(differences);
    assertThat(ours(inTransaction(() -> storage.rollUp().rebuild(DAY)))).isEqualTo(differences);
    assertThat(ours(storage.rollUp().differences(DAY))).isEmpty();
  }

  @Test
  void by_hour_of_a_day_that_has_none_are_removed_by_a_rebuild() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    keep(samples.call(anna, Samples.NOW));
    database
        .sql(
            """
            INSERT INTO officer_hours (officer_id, day, region_key, hour, calls, connected, talk_seconds)
            SELECT officer_id, day, region_key, 3, 1, 0, 0 FROM officer_days WHERE officer_id = :id
            """)
        .param("id", anna.id().value())
        .update();
    List<Difference> differences =
        List.of(new Difference(DAY, anna.id(), samples.root().path(), "hour3Calls", 1, 0));
    assertThat(ours(storage.rollUp().differences(DAY))).isEqualTo(differences);
    assertThat(ours(inTransaction(() -> storage.rollUp().rebuild(DAY)))).isEqualTo(differences);
    assertThat(ours(storage.rollUp().differences(DAY))).isEmpty();
  }

  @Test
  void are_correct_when_a_call_is_logged_while_its_day_is_rebuilt() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    keep(samples.call(anna, Samples.NOW));
    database
        .sql("DELETE FROM officer_days WHERE officer_id = :id")
        .param("id", anna.id().value())
        .update();
    var logged = new CompletableFuture<Boolean>();

    doInTransaction(() -> {
      assertThat(ours(storage.rollUp().rebuild(DAY))).isNotEmpty();
      Thread.ofVirtual()
          .start(() -> logged.complete(keep(samples.call(anna, Samples.NOW)).version() == 0));
      await().until(() -> waiting() > 0);
      assertThat(logged).isNotDone();
    });

    assertThat(logged.join()).isTrue();
    assertThat(row(anna, "calls")).isEqualTo("(2)");
    assertThat(ours(storage.rollUp().differences(DAY))).isEmpty();
  }

  @Test
  void that_agree_are_not_locked_by_a_rebuild() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    LocalDate agrees = DAY.minusYears(20);
    doInTransaction(() -> {
      assertThat(
              storage
                  .calls()
                  .addAbsent(List.of(new NewCall(samples.call(anna, Samples.NOW), null))))
          .hasSize(1);
      assertThat(meanwhile(() -> inTransaction(() -> storage.rollUp().rebuild(agrees)))).isEmpty();
    });
  }

  @Test
  void do_not_block_calls_while_a_rebuild_waits_for_a_long_transaction() throws Exception {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer bob = keep(samples.officer("Bob", samples.root()));
    keep(samples.call(anna, Samples.NOW));
    keep(samples.call(bob, Samples.NOW));
    database
        .sql("UPDATE officer_days SET busy_calls = 3 WHERE officer_id = :id")
        .param("id", anna.id().value())
        .update();
    var rebuilt = new CompletableFuture<List<Difference>>();
    doInTransaction(() -> {
      assertThat(
              storage
                  .calls()
                  .addAbsent(List.of(new NewCall(samples.call(anna, Samples.NOW), null))))
          .hasSize(1);
      Thread.ofVirtual()
          .start(() -> rebuilt.complete(inTransaction(() -> storage.rollUp().rebuild(DAY))));
      for (int attempt = 0; attempt < 3; attempt++) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> waiting() > 0);
        long start = System.nanoTime();
        meanwhile(() -> keep(samples.call(bob, Samples.NOW)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      }
      assertThat(rebuilt).isNotDone();
    });
    assertThat(rebuilt.get(30, TimeUnit.SECONDS)).isNotNull();
    assertThat(row(bob, "calls")).isEqualTo("(4)");
    assertThat(ours(storage.rollUp().differences(DAY))).isEmpty();
  }

  @Test
  void use_the_new_time_zone_for_a_call_that_waited_for_the_change() {
    forgetTheCallsOfOthers();
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Instant lateInTheEvening = Instant.parse("2026-03-10T23:30:00Z");
    var logged = new CompletableFuture<Boolean>();
    try {
      doInTransaction(() -> {
        List<LocalDate> days = storage.rollUp().changeTimeZone(ReportingZone.of("Asia/Kolkata"));
        Thread.ofVirtual()
            .start(
                () -> logged.complete(keep(samples.call(anna, lateInTheEvening)).version() == 0));
        await().until(() -> waiting() > 0);
        days.forEach(storage.rollUp()::count);
      });
      assertThat(logged.join()).isTrue();
      assertThat(row(anna, "day")).isEqualTo("(2026-03-11)");
    } finally {
      changeBack();
    }
    assertThat(row(anna, "day")).isEqualTo("(2026-03-10)");
  }

  @Test
  void reject_a_write_whose_snapshot_is_older_than_the_time_zone() throws SQLException {
    forgetTheCallsOfOthers();
    Officer anna = keep(samples.officer("Anna", samples.root()));
    try (Connection writer = dataSource.getConnection()) {
      writer.setAutoCommit(false);
      writer.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (var statement = writer.createStatement()) {
        statement.execute("SELECT count(*) FROM officers"); // takes the snapshot
        change(ReportingZone.of("Asia/Kolkata"));
        assertThatThrownBy(() ->
                statement.executeUpdate(
                    """
                    INSERT INTO calls (id, officer_id, region_key, type, outcome, duration_seconds,
                        started_at, logged_by, logged_at, updated_at)
                    SELECT '%s', id, region_key, 'OUTGOING', 'BUSY', 0, '%s', id, now(), now()
                    FROM officers WHERE id = '%s'
                    """
                        .formatted(samples.id(Samples.NOW), Samples.NOW, anna.id())))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("40001"));
      } finally {
        writer.rollback();
        writer.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        writer.setAutoCommit(true);
      }
    } finally {
      changeBack();
    }
  }

  @Test
  void require_a_time_zone_that_postgresql_knows() {
    assertThatThrownBy(() -> change(ReportingZone.of("SystemV/AST4")))
        .isInstanceOf(InvalidInput.class);
    assertThat(storage.rollUp().timeZone()).isEqualTo(Storage.ZONE.toString());
  }

  @Test
  void require_a_transaction_for_changes() {
    assertThatThrownBy(() -> storage.rollUp().rebuild(DAY))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(() -> storage.rollUp().count(DAY))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(() -> storage.rollUp().changeTimeZone(Storage.ZONE))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/London",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "America/Havana",
        "Africa/Cairo",
        "America/Sao_Paulo",
        "Pacific/Apia",
        "America/St_Johns",
        "America/Nuuk",
        "America/Scoresbysund",
        "Asia/Pyongyang",
      })
  void have_days_without_gaps(String zone) {
    // In these twenty years, clocks changed at and across midnight, and one day was skipped.
    long overlapping =
        database
            .sql(
                """
                SELECT count(*)
                FROM (SELECT date '2005-01-01' + n AS day FROM generate_series(0, 8000) n) days,
                     LATERAL (SELECT start_of_day(day, :zone) AS start) starts
                WHERE reporting_day(start, :zone) < day
                   OR reporting_day(start - interval '1 millisecond', :zone) >= day
                   OR start_of_day(day + 1, :zone) < start
                """)
            .param("zone", zone)
            .query(Long.class)
            .single();
    assertThat(overlapping).isZero();
    for (String day :
        List.of(
            "2026-03-29",
            "2026-03-08",
            "2025-03-30",
            "2018-11-04",
            "2018-05-05",
            "2018-02-18",
            "2011-12-31")) {
      Instant start =
          database
              .sql("SELECT start_of_day(CAST(:day AS date), :zone)")
              .param("day", day)
              .param("zone", zone)
              .query(java.sql.Timestamp.class)
              .single()
              .toInstant();
      assertThat(start).isEqualTo(LocalDate.parse(day).atStartOfDay(ZoneId.of(zone)).toInstant());
    }
  }

  private List<Difference> ours(List<Difference> differences) {
    return differences.stream().filter(d -> d.region().equals(samples.root().path())).toList();
  }

  /** Otherwise ten thousand days would be recounted, from the oldest call of a test on. */
  private void forgetTheCallsOfOthers() {
    doInTransaction(() -> database.sql("DELETE FROM calls").update());
  }

  private void change(ReportingZone zone) {
    doInTransaction(() -> storage.rollUp().changeTimeZone(zone).forEach(storage.rollUp()::count));
  }

  private void changeBack() {
    change(Storage.ZONE);
  }

  private String row(Officer officer, String columns) {
    return database
        .sql("SELECT ROW(%s)::text FROM officer_days WHERE officer_id = :id".formatted(columns))
        .param("id", officer.id().value())
        .query(String.class)
        .single();
  }

  private long rows(Officer officer) {
    return database
        .sql("SELECT count(*) FROM officer_days WHERE officer_id = :id")
        .param("id", officer.id().value())
        .query(Long.class)
        .single();
  }

  /** The number of sessions that wait for the lock of a rebuild. */
  private long waiting() {
    try (Connection elsewhere = dataSource.getConnection();
        var statement = elsewhere.createStatement();
        var count =
            statement.executeQuery(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation ="
                    + " 'officer_days'::regclass")) {
      count.next();
      return count.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
