package io.calllog.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.view.Difference;
import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A rebuild corrects the figures of a day, also while its calls are logged. */
@OnPostgres
class OfficerDaysRebuildIT extends StorageContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final OfficerDaysTable officerDays;

  OfficerDaysRebuildIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcClient database,
      DataSource dataSource) {
    this.storage = storage;
    this.transactions = transactions;
    this.database = database;
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
    assertThat(officerDays.row(anna, "calls, seconds")).isEqualTo("(1,60)");
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
      await().until(() -> officerDays.waiting() > 0);
      assertThat(logged).isNotDone();
    });

    assertThat(logged.join()).isTrue();
    assertThat(officerDays.row(anna, "calls")).isEqualTo("(2)");
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
        await().pollInterval(Duration.ofMillis(20)).until(() -> officerDays.waiting() > 0);
        long start = System.nanoTime();
        meanwhile(() -> keep(samples.call(bob, Samples.NOW)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      }
      assertThat(rebuilt).isNotDone();
    });
    assertThat(rebuilt.get(30, TimeUnit.SECONDS)).isNotNull();
    assertThat(officerDays.row(bob, "calls")).isEqualTo("(4)");
    assertThat(ours(storage.rollUp().differences(DAY))).isEmpty();
  }

  private List<Difference> ours(List<Difference> differences) {
    return differences.stream().filter(d -> d.region().equals(samples.root().path())).toList();
  }
}
