package io.calllog.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.application.analytics.view.Hours;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion.HoursQuestion;
import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The report of hours is exact whether the hours of a day are kept or counted from its calls. */
@OnPostgres
class HoursOfPastDaysIT extends StorageContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final HoursOfPastDays hours;
  private final Officer anna = samples.officer("Anna", samples.root());

  HoursOfPastDaysIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcClient database,
      HoursOfPastDays hours) {
    this.storage = storage;
    this.transactions = transactions;
    this.database = database;
    this.hours = hours;
  }

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  @BeforeEach
  void hire() {
    keep(anna);
  }

  @Test
  void are_the_same_before_and_after_they_are_kept() {
    keep(samples.call(anna, Samples.NOW));
    keep(samples.call(anna, Samples.NOW.plusSeconds(60)));
    keep(samples.call(anna, Samples.NOW.plusSeconds(3600)));
    List<Hours.Hour> counted = report();
    assertThat(counted).extracting(Hours.Hour::calls).containsExactly(2L, 1L);

    keepAll();

    assertThat(kept()).isEqualTo(2);
    assertThat(report()).isEqualTo(counted);
  }

  @Test
  void of_the_current_day_are_not_kept() {
    Instant now = Instant.now();
    keep(samples.call(anna, now));
    keepAll();
    assertThat(kept()).isZero();
    LocalDate today = LocalDate.ofInstant(now, Storage.ZONE.id());
    assertThat(report(today)).extracting(Hours.Hour::calls).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "started_at = started_at + interval '1 hour'",
        "started_at = started_at - interval '12 hours'",
        "outcome = 'BUSY'",
        "duration_seconds = 7",
        "deleted_at = now()",
      })
  void follow_a_change_of_a_call(String change) {
    keep(samples.call(anna, Samples.NOW));
    keep(samples.call(anna, Samples.NOW.minusSeconds(3600)));
    keepAll();
    List<Hours.Hour> before = report();

    update("UPDATE calls SET " + change + " WHERE started_at = '2026-03-10T09:15:30.123Z' AND");

    List<Hours.Hour> counted = report();
    assertThat(counted).isNotEqualTo(before);
    keepAll();
    assertThat(report()).isEqualTo(counted);
    assertThat(storage.rollUp().differences(DAY)).noneMatch(d -> d.officerId().equals(anna.id()));
  }

  @Test
  void follow_calls_that_swap_their_hours() {
    keep(samples.call(anna, Samples.NOW));
    keep(samples.call(anna, Samples.NOW.minusSeconds(3600)));
    update(
        "UPDATE calls SET duration_seconds = 7 WHERE started_at = '2026-03-10T09:15:30.123Z' AND");
    keepAll();
    assertThat(report()).extracting(Hours.Hour::talkSeconds).containsExactly(60L, 7L);
    update("UPDATE calls SET duration_seconds = 67 - duration_seconds WHERE");
    assertThat(report()).extracting(Hours.Hour::talkSeconds).containsExactly(7L, 60L);
  }

  @Test
  void stay_when_a_change_affects_no_figure() {
    keep(samples.call(anna, Samples.NOW));
    keepAll();
    update("UPDATE calls SET comment = 'x', started_at = started_at + interval '1 second' WHERE");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void count_a_call_that_is_logged_while_they_are_counted() {
    keep(samples.call(anna, Samples.NOW));
    var logged = new AtomicReference<CompletableFuture<Call>>();

    doInTransaction(() -> {
      keepDay();
      logged.set(
          CompletableFuture.supplyAsync(
              () -> keep(samples.call(anna, Samples.NOW)), Thread::startVirtualThread));
      await().until(() -> waitingTransactions() == 1);
      assertThat(logged.get()).isNotDone();
    });

    assertThat(logged.get().join().version()).isZero();
    assertThat(kept()).isZero();
    assertThat(report()).extracting(Hours.Hour::calls).containsExactly(2L);
  }

  @Test
  void wait_for_a_call_that_is_being_logged() {
    keep(samples.call(anna, Samples.NOW));
    var done = new AtomicReference<CompletableFuture<Void>>();

    doInTransaction(() -> {
      assertThat(add(samples.call(anna, Samples.NOW))).isTrue();
      done.set(start(this::keepDay));
      await().until(() -> waitingTransactions() == 1);
      assertThat(done.get()).isNotDone();
    });

    done.get().join();
    assertThat(kept()).isEqualTo(1);
    assertThat(report()).extracting(Hours.Hour::calls).containsExactly(2L);
  }

  @Test
  void leave_an_officer_whose_calls_change_while_another_officer_is_waited_for() {
    Officer ben = keep(samples.officer("Ben", samples.root()));
    List<Officer> inOrderOfLocks =
        Stream.of(anna, ben).sorted(Comparator.comparing(o -> o.id().toString())).toList();
    Officer first = inOrderOfLocks.getFirst();
    Officer last = inOrderOfLocks.getLast();
    keep(samples.call(first, Samples.NOW));
    keepAll();
    keep(samples.call(last, Samples.NOW));
    List<CompletableFuture<Void>> waiting = new ArrayList<>();

    doInTransaction(() -> {
      lockDaysOf(last);
      waiting.add(start(this::keepDay));
      await().until(() -> waitingTransactions() == 1);
      meanwhile(() -> keep(samples.call(first, Samples.NOW)));
      waiting.add(
          start(() ->
              doInTransaction(() -> {
                add(samples.call(first, Samples.NOW));
                add(samples.call(last, Samples.NOW));
              })));
      await().until(() -> waitingTransactions() == 2);
    });

    assertThat(waiting).allSatisfy(other -> assertThat(other).succeedsWithin(PATIENCE));
  }

  @Test
  void of_the_newest_day_are_kept_first_and_stopping_leaves_the_others() {
    keepAll();
    keep(samples.call(anna, Samples.NOW));
    keep(samples.call(anna, Samples.NOW.plus(Duration.ofDays(1))));
    var asked = new AtomicInteger();

    hours.keep(() -> asked.getAndIncrement() == 1);

    assertThat(kept()).isEqualTo(1);
    assertThat(keptDays()).containsExactly(DAY.plusDays(1));
  }

  private List<LocalDate> keptDays() {
    return database
        .sql("SELECT day FROM officer_days WHERE hours_kept AND officer_id = :id")
        .param("id", anna.id().value())
        .query((row, _) -> row.getObject("day", LocalDate.class))
        .list();
  }

  private void lockDaysOf(Officer officer) {
    database
        .sql("SELECT 1 FROM officer_days WHERE officer_id = :id FOR UPDATE")
        .param("id", officer.id().value())
        .query()
        .singleValue();
  }

  private boolean add(Call call) {
    var added = new NewCall(call, null);
    return storage.calls().addAbsent(List.of(added)).size() == 1;
  }

  private void keepAll() {
    hours.keep(() -> false);
  }

  private void keepDay() {
    database.sql("SELECT 1 FROM keep_officer_hours(:day)").param("day", DAY).query().singleValue();
  }

  private List<Hours.Hour> report() {
    return report(DAY);
  }

  private List<Hours.Hour> report(LocalDate day) {
    var filter =
        new ReportFilter(new DayRange(day.minusDays(1), day.plusDays(1)), null, Set.of(anna.id()));
    Hours answer =
        storage.reports().answer(new HoursQuestion(filter), Visibility.EVERYTHING).content();
    return answer.hours().stream().filter(hour -> hour.calls() > 0).toList();
  }

  private long kept() {
    return database
        .sql("SELECT count(*) FROM officer_hours WHERE officer_id = :id")
        .param("id", anna.id().value())
        .query(Long.class)
        .single();
  }

  private void update(String start) {
    database.sql(start + " officer_id = :id").param("id", anna.id().value()).update();
  }

  private static CompletableFuture<Void> start(Runnable work) {
    return CompletableFuture.runAsync(work, Thread::startVirtualThread);
  }

  /** The number of transactions that wait for a row. */
  private long waitingTransactions() {
    return meanwhile(() ->
        database
            .sql(
                """
                SELECT count(DISTINCT pid) FROM pg_locks
                WHERE NOT granted AND locktype IN ('transactionid', 'tuple')
                """)
            .query(Long.class)
            .single());
  }
}
