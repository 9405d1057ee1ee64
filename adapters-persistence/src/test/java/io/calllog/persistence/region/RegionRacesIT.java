package io.calllog.persistence.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Changes of the tree of regions while officers, clients and calls are placed in it. */
@OnPostgres
class RegionRacesIT extends StorageContract {

  private static final Instant LATER = Samples.NOW.plusSeconds(60);

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final DataSource dataSource;

  RegionRacesIT(
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
  void two_moves_below_each_other_leave_no_region_without_the_one_above() {
    Region one = made(samples.below("one"));
    Region other = made(samples.below("other"));

    var second = new Meanwhile(() -> move(other, samples.below("one/other")));
    doInTransaction(() -> {
      move(one, samples.below("other/one"));
      second.startAndAwaitLock();
    });

    assertThat(second.failure()).isNull();
    assertThat(pathsBelow(samples.root()))
        .containsExactlyInAnyOrder(
            samples.below("one"), samples.below("one/other"), samples.below("one/other/one"));
  }

  @Test
  void a_placement_waits_for_a_move_and_loses() {
    Region uk = made(samples.below("UK"));
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client client = samples.client("Acme", uk.path());

    var officer = new Meanwhile(() -> storage.officers().update(in(uk.path(), anna)));
    var added = new Meanwhile(() -> storage.clients().add(client));
    doInTransaction(() -> {
      move(uk, samples.below("GB"));
      officer.startAndAwaitLock();
      added.startAndAwaitLock();
    });

    assertLostRace(officer.failure());
    assertLostRace(added.failure());
    assertThat(storage.officers().find(anna.id())).contains(anna);
    assertThat(stored(client)).isEmpty();
  }

  @Test
  void a_move_waits_for_a_placement_and_takes_it_along() {
    Region top = made(samples.below("EMEA"));
    Region uk = made(samples.below("EMEA/UK"));
    Client client = samples.client("Acme", uk.path());

    var moved = new Meanwhile(() -> move(top, samples.below("Europe")));
    doInTransaction(() -> {
      storage.clients().add(client);
      moved.startAndAwaitLock();
    });

    assertThat(moved.failure()).isNull();
    assertThat(stored(client).orElseThrow().details().region())
        .isEqualTo(samples.below("Europe/UK"));
  }

  @Test
  void a_placement_waits_for_a_deletion_and_loses() {
    Region uk = made(samples.below("UK"));
    Region london = made(samples.below("UK/London"));
    Officer mary = samples.leader("Mary", samples.root(), List.of(london.path()));

    var added = new Meanwhile(() -> storage.officers().add(mary));
    doInTransaction(() -> {
      assertThat(lockAndCheckInUse(uk)).isFalse();
      added.startAndAwaitLock();
      storage.regions().remove(uk, LATER);
    });

    assertLostRace(added.failure());
    assertInvalid("leads", () -> doInTransaction(() -> storage.officers().add(mary)));
  }

  @Test
  void a_deletion_waits_for_a_placement_and_sees_it() {
    Region uk = made(samples.below("UK"));
    Client client = samples.client("Acme", samples.below("UK/London"));
    made(samples.below("UK/London"));

    var inUse = new CompletableFuture<Boolean>();
    var checked = new Meanwhile(() -> inUse.complete(lockAndCheckInUse(uk)));
    doInTransaction(() -> {
      storage.clients().add(client);
      checked.startAndAwaitLock();
    });

    assertThat(checked.failure()).isNull();
    assertThat(inUse.join()).isTrue();
  }

  @Test
  void a_call_that_is_being_logged_goes_with_the_officer_to_the_first_region() {
    made(samples.below("UK"));
    Officer anna = keep(samples.officer("Anna", RegionPath.UNASSIGNED));
    Call first = keep(samples.call(anna, Samples.NOW));
    Call second = samples.call(anna, Samples.NOW.plusSeconds(1));

    var placed = new Meanwhile(() -> placeFirst(anna, samples.below("UK")));
    doInTransaction(() -> {
      assertThat(storage.calls().addAbsent(List.of(new NewCall(second, null)))).hasSize(1);
      placed.startAndAwaitLock();
    });

    assertThat(placed.failure()).isNull();
    assertAllMoved(anna, List.of(first, second));
  }

  @Test
  void a_call_that_waits_for_the_first_placement_is_in_the_new_region() {
    made(samples.below("UK"));
    Officer anna = keep(samples.officer("Anna", RegionPath.UNASSIGNED));
    Call first = keep(samples.call(anna, Samples.NOW));
    Call second = samples.call(anna, Samples.NOW.plusSeconds(1));

    var logged = new Meanwhile(() -> storage.calls().addAbsent(List.of(new NewCall(second, null))));
    doInTransaction(() -> {
      placeFirst(anna, samples.below("UK"));
      logged.startAndAwaitLock();
    });

    assertThat(logged.failure()).isNull();
    assertAllMoved(anna, List.of(first, second));
  }

  private void assertAllMoved(Officer officer, List<Call> calls) {
    for (Call call : calls) {
      assertThat(stored(call).orElseThrow().region()).isEqualTo(samples.below("UK"));
    }
    assertThat(
            database
                .sql(
                    """
                    SELECT path || ' ' || calls FROM officer_days JOIN regions ON key = region_key
                    WHERE officer_id = :officer AND calls > 0
                    """)
                .param("officer", officer.id().value())
                .query(String.class)
                .list())
        .containsExactly(samples.below("UK").path() + " 2");
    assertThat(storage.rollUp().differences(LocalDate.parse("2026-03-10")))
        .noneMatch(difference -> difference.officerId().equals(officer.id()));
  }

  private Region made(RegionPath path) {
    make(path.ancestors());
    Region region = samples.region(path);
    doInTransaction(() -> {
      storage.regions().lock();
      storage.regions().add(region);
    });
    return region;
  }

  /** As the use case: with the regions above. Requires a transaction. */
  private void move(Region region, RegionPath target) {
    storage.regions().lock();
    RegionPath from = storage.regions().find(region.id()).orElseThrow().path();
    for (RegionPath above : target.ancestors()) {
      if (!storage.regions().exists(above)) {
        storage.regions().add(samples.region(above));
      }
    }
    var details = new RegionDetails(target);
    long version = storage.regions().find(region.id()).orElseThrow().version();
    storage.regions().move(new Region(region.id(), details, Samples.NOW, LATER, version), from);
  }

  private boolean lockAndCheckInUse(Region region) {
    storage.regions().lock();
    return storage.regions().lockAndCheckInUse(region.path());
  }

  private List<RegionPath> pathsBelow(RegionPath path) {
    return inTransaction(() -> storage.regions().pathsBelow(path));
  }

  private void placeFirst(Officer officer, RegionPath region) {
    storage.officers().update(in(region, officer));
    storage.officerCalls().moveUnassigned(officer.id(), LATER);
  }

  private static Officer in(RegionPath region, Officer officer) {
    OfficerDetails d = officer.details();
    var details =
        new OfficerDetails(d.name(), d.email(), d.phone(), region, d.leads(), d.role(), d.status());
    return new Officer(
        officer.id(),
        details,
        officer.passwordHash(),
        officer.tokenVersion(),
        officer.createdAt(),
        LATER,
        officer.version());
  }

  private static void assertLostRace(@Nullable Throwable failure) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("lost-race"));
  }

  /** Work in another thread and transaction that has to wait for a lock. */
  private final class Meanwhile {

    private final CompletableFuture<@Nullable Throwable> done = new CompletableFuture<>();
    private final Runnable work;

    Meanwhile(Runnable work) {
      this.work = work;
    }

    void startAndAwaitLock() {
      long before = waiting();
      Thread.ofVirtual().start(() -> done.complete(catchThrowable(() -> doInTransaction(work))));
      await().until(() -> waiting() > before || done.isDone());
      assertThat(done.isDone()).as("waits").isFalse();
    }

    /** Waits for the work, and returns what it has thrown. */
    @Nullable Throwable failure() {
      return done.join();
    }
  }

  /** The number of locks that are waited for. */
  private long waiting() {
    try (Connection elsewhere = dataSource.getConnection();
        var statement = elsewhere.createStatement();
        var count = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
      count.next();
      return count.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
