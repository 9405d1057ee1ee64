package io.calllog.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import io.calllog.persistence.analytics.FiguresVerification.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class FiguresVerificationIT extends StorageContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private Instant now = Samples.NOW;

  FiguresVerificationIT(Storage storage, TransactionOperations transactions, JdbcClient database) {
    this.storage = storage;
    this.transactions = transactions;
    this.database = database;
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
  void finds_that_the_current_day_is_wrong_and_when_it_is_right_again() {
    makeFiguresWrong();

    Progress found = verify(new Progress(LocalDate.MIN, new TreeSet<>()));
    assertThat(found.wrong()).contains(DAY);

    now = Samples.NOW.plusSeconds(86_400L * 365);
    Progress later = verify(new Progress(LocalDate.MIN, found.wrong()));
    assertThat(later.wrong()).as("compared again").contains(DAY);

    assertThat(inTransaction(() -> storage.rollUp().rebuild(DAY))).isNotEmpty();
    assertThat(verify(new Progress(LocalDate.MIN, later.wrong())).wrong()).doesNotContain(DAY);
  }

  @Test
  void compares_other_days_in_turn_up_to_the_oldest_one() {
    makeFiguresWrong();
    now = Samples.NOW.plusSeconds(86_400L * 365);

    Progress before = verify(new Progress(DAY.plusDays(24), new TreeSet<>()));
    assertThat(before.wrong()).doesNotContain(DAY);
    assertThat(before.next()).isEqualTo(DAY);

    Progress after = verify(before);
    assertThat(after.wrong()).contains(DAY);
    assertThat(verify(new Progress(LocalDate.MIN, after.wrong())).next()).as("again").isNull();
    inTransaction(() -> storage.rollUp().rebuild(DAY));
  }

  @Test
  void goes_on_where_it_was_after_its_node_has_stopped() {
    var progress = new Progress(DAY, new TreeSet<>());

    assertThat(verification().verify(progress, () -> true)).isEqualTo(progress);
  }

  private void makeFiguresWrong() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    keep(samples.call(anna, Samples.NOW));
    database
        .sql("UPDATE officer_days SET busy_calls = 3 WHERE officer_id = :id")
        .param("id", anna.id().value())
        .update();
  }

  private Progress verify(Progress progress) {
    return verification().verify(progress, () -> false);
  }

  private FiguresVerification verification() {
    return new FiguresVerification(storage.rollUp(), database, Storage.ZONE, () -> now);
  }
}
