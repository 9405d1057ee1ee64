package io.calllog.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.officer.Officer;
import io.calllog.persistence.OnPostgres;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** The database maintains the figures for every kind of write. */
@OnPostgres
class OfficerDaysIT extends StorageContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;
  private final OfficerDaysTable officerDays;

  OfficerDaysIT(
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
  void count_types_and_outcomes_separately_and_in_total() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    for (CallOutcome outcome : CallOutcome.values()) {
      keep(samples.call(anna, samples.facts(null, CallType.INCOMING, outcome, 10, Samples.NOW)));
      keep(samples.call(anna, samples.facts(null, CallType.OUTGOING, outcome, 1, Samples.NOW)));
    }

    assertThat(
            officerDays.row(
                anna,
                "incoming_calls, incoming_seconds, outgoing_calls, outgoing_seconds, calls,"
                    + " seconds, busy_calls, busy_seconds"))
        .isEqualTo("(6,60,6,6,12,66,2,11)");
    long connected = List.of(CallOutcome.values()).stream().filter(CallOutcome::connected).count();
    assertThat(officerDays.row(anna, "connected")).isEqualTo("(" + 2 * connected + ")");
  }

  @Test
  void are_not_written_by_a_change_that_affects_no_figure() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    keep(samples.call(anna, Samples.NOW));
    String before = officerDays.row(anna, "xmin, ctid");

    database
        .sql("UPDATE calls SET comment = 'x' WHERE officer_id = :id")
        .param("id", anna.id().value())
        .update();

    assertThat(officerDays.row(anna, "xmin, ctid")).isEqualTo(before);
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
              assertThat(officerDays.row(anna, "calls")).isEqualTo("(1)");
              throw new IllegalStateException("after the insert");
            }))
        .hasMessage("after the insert");
    assertThat(officerDays.rows(anna)).isZero();
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
}
