package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.calllog.api.ApiTest;
import io.calllog.application.shared.ServiceFailure;
import io.calllog.application.shared.TooSlow;
import io.calllog.application.shared.Unavailable;
import io.calllog.bootstrap.NoteUseCases.ReadNotes;
import io.calllog.bootstrap.NoteUseCases.SlowWork;
import io.calllog.bootstrap.NoteUseCases.WriteNotes;
import io.calllog.bootstrap.NoteUseCases.WriteNotesService;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Use cases run in the transaction that their annotation names. */
@ApiTest
@Import(NoteUseCases.class)
@TestPropertySource(
    properties =
        "spring.datasource.hikari.data-source-properties.options="
            + "-c statement_timeout=3s -c transaction_timeout=5s")
class UseCaseTransactionsIT {

  private final WriteNotes write;
  private final ReadNotes read;
  private final SlowWork slow;
  private final JdbcClient jdbc;

  UseCaseTransactionsIT(WriteNotes write, ReadNotes read, SlowWork slow, JdbcClient jdbc) {
    this.write = write;
    this.read = read;
    this.slow = slow;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void create_table() {
    drop_table();
    jdbc.sql("CREATE TABLE proof_notes (note text, edits int NOT NULL DEFAULT 0)").update();
  }

  @AfterEach
  void drop_table() {
    jdbc.sql("DROP TABLE IF EXISTS proof_notes").update();
  }

  @Test
  void a_write_is_committed() {
    write.add("kept");
    assertThat(read.all()).containsExactly("kept");
  }

  @Test
  void a_write_that_throws_is_rolled_back() {
    assertThatIllegalStateException().isThrownBy(() -> write.addAndFail("undone"));
    assertThat(read.all()).isEmpty();
  }

  @Test
  void a_snapshot_cannot_write() {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> read.addAnyway("refused"))
        .extracting(NestedExceptionUtils::getMostSpecificCause)
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("25006"));
    assertThat(read.all()).isEmpty();
  }

  @Test
  void reads_of_a_snapshot_see_the_same_data() throws Exception {
    write.add("before");
    try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> seen = read.allAfter(() -> join(other.submit(() -> write.add("meanwhile"))));
      assertThat(seen).containsExactly("before");
    }
    assertThat(read.all()).containsExactly("before", "meanwhile");
  }

  @Test
  void a_snapshot_does_not_change_the_isolation_level_of_the_connection() {
    read.allAfter(() -> {});
    assertThat(jdbc.sql("SHOW transaction_isolation").query(String.class).single())
        .isEqualTo("read committed");
  }

  @Test
  void a_read_over_the_time_limit_is_cancelled_and_reported_as_too_slow() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var within = threads.submit(read::takeMinutes);
      var outside = threads.submit(slow::takeMinutes);
      for (var failure :
          List.of(failureOf(within, TooSlow.class), failureOf(outside, TooSlow.class))) {
        assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
            .isInstanceOfSatisfying(
                SQLException.class, cause -> assertThat(cause.getSQLState()).isEqualTo("57014"));
      }
    }
    assertThat(
            jdbc.sql("SELECT query FROM pg_stat_activity WHERE state = 'active'")
                .query(String.class)
                .list())
        .noneMatch(query -> query.startsWith("SELECT pg_sleep"));
  }

  @Test
  void a_transaction_over_the_time_limit_is_ended_and_reported_as_unavailable() {
    write.add("kept");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // PostgreSQL closes the connection, so the rollback fails as well.
      failureOf(threads.submit(() -> write.addSlowly("undone")), Unavailable.class);
    }
    assertThat(read.all()).containsExactly("kept");
  }

  @Test
  void a_use_case_of_mode_none_has_no_transaction() {
    assertThat(slow.isInTransaction()).isFalse();
  }

  @Test
  void a_unit_of_work_that_throws_is_rolled_back() {
    assertThatIllegalStateException().isThrownBy(() -> slow.addInPartAndFail("undone"));
    assertThat(read.all()).isEmpty();
  }

  @Test
  void package_private_final_services_are_proxied_by_interface() {
    assertThat(Modifier.isFinal(WriteNotesService.class.getModifiers())).isTrue();
    assertThat(Modifier.isPublic(WriteNotesService.class.getModifiers())).isFalse();
    assertThat(Proxy.isProxyClass(write.getClass())).isTrue();
  }

  @Test
  void a_write_that_lost_a_deadlock_is_retried() throws Exception {
    assertIsRetried(write::edit);
  }

  @Test
  void a_unit_of_work_that_lost_a_deadlock_is_retried() throws Exception {
    assertIsRetried(slow::editInPart);
  }

  private interface Edit {
    void edit(String first, String second, CyclicBarrier both);
  }

  private void assertIsRetried(Edit notes) throws Exception {
    write.add("left");
    write.add("right");
    NoteUseCases.EDITS.set(0);
    var both = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> notes.edit("left", "right", both));
      var other = threads.submit(() -> notes.edit("right", "left", both));
      one.get();
      other.get();
    }
    assertThat(NoteUseCases.EDITS).hasValueGreaterThan(2);
    assertThat(jdbc.sql("SELECT edits FROM proof_notes").query(Integer.class).list())
        .containsExactly(2, 2);
  }

  private static <E extends ServiceFailure> E failureOf(Future<?> work, Class<E> type) {
    var thrown = assertThatExceptionOfType(ExecutionException.class).isThrownBy(work::get);
    thrown.withCauseInstanceOf(type);
    return Objects.requireNonNull(type.cast(thrown.actual().getCause()));
  }

  private static void join(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
