package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.shared.TooSlow;
import io.calllog.application.shared.Unavailable;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.NotFound;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFailuresTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08001", "25006", "25P03", "25P04", "57014", "57P01", "57P03", "53300", "55000",
        "58030"
      })
  void an_unreachable_database_is_reported_as_unavailable(String state) {
    var thrown = atCommit(state);
    assertThat(DatabaseFailures.translated(thrown))
        .isInstanceOf(Unavailable.class)
        .hasCause(thrown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"57014", "25P04"})
  void a_read_that_took_longer_than_it_may_is_reported_as_too_slow(String state) {
    var thrown = atCommit(state);
    assertThat(DatabaseFailures.translatedRead(thrown))
        .isInstanceOf(TooSlow.class)
        .hasCause(thrown);
    var write = new Unavailable(thrown);
    assertThat(DatabaseFailures.translatedRead(write)).isSameAs(write);
    assertThat(DatabaseFailures.translatedRead(atCommit("08006"))).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_missing_connection_is_reported_as_unavailable() {
    var pool = new SQLTransientConnectionException("timed out after 3000ms");
    assertThat(DatabaseFailures.translated(new CannotCreateTransactionException("no", pool)))
        .isInstanceOf(Unavailable.class);
    assertThat(DatabaseFailures.translated(new IllegalStateException(pool)))
        .isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40P01", "40001", "55P03"})
  void a_transaction_that_the_database_rolled_back_is_a_lost_race(String state) {
    assertLostRace(atCommit(state));
  }

  @Test
  void a_stale_version_is_a_lost_race() {
    assertLostRace(new OptimisticLockingFailureException("stale"));
  }

  @Test
  void a_bug_is_not_translated() {
    var bugs =
        new RuntimeException[] {
          atCommit("42601"),
          atCommit(null),
          new DataIntegrityViolationException("twice", new SQLException("twice", "23505")),
          new IllegalStateException(),
        };
    assertThat(bugs).allSatisfy(b -> assertThat(DatabaseFailures.translated(b)).isSameAs(b));
  }

  @Test
  void a_failure_of_the_core_is_not_translated() {
    var failure = new NotFound("call");
    assertThat(DatabaseFailures.translated(failure)).isSameAs(failure);
  }

  @Test
  void distinguishes_deadlocks_from_other_lost_races() {
    assertThat(DatabaseFailures.isDeadlock(atCommit("40P01"))).isTrue();
    assertThat(DatabaseFailures.isDeadlock(atCommit("40001"))).isTrue();
    assertThat(DatabaseFailures.isDeadlock(atCommit("55P03"))).isFalse();
    assertThat(DatabaseFailures.isDeadlock(new OptimisticLockingFailureException("x"))).isFalse();
  }

  private static RuntimeException atCommit(@Nullable String state) {
    return new TransactionSystemException(
        "could not commit", new IllegalStateException(new SQLException("reason", state)));
  }

  private static void assertLostRace(RuntimeException thrown) {
    assertThat(DatabaseFailures.translated(thrown))
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("lost-race"));
  }
}
