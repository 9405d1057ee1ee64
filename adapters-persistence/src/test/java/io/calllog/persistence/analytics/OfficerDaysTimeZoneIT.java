package io.calllog.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.persistence.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The figures are those of days in the reporting time zone, also while it changes. */
@OnPostgres
class OfficerDaysTimeZoneIT extends StorageContract {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final DataSource dataSource;
  private final OfficerDaysTable officerDays;

  OfficerDaysTimeZoneIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcClient database,
      DataSource dataSource) {
    this.storage = storage;
    this.transactions = transactions;
    this.database = database;
    this.dataSource = dataSource;
    this.officerDays = new OfficerDaysTable(database, dataSource);
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
        await().until(() -> officerDays.waiting() > 0);
        days.forEach(storage.rollUp()::count);
      });
      assertThat(logged.join()).isTrue();
      assertThat(officerDays.row(anna, "day")).isEqualTo("(2026-03-11)");
    } finally {
      changeBack();
    }
    assertThat(officerDays.row(anna, "day")).isEqualTo("(2026-03-10)");
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
}
