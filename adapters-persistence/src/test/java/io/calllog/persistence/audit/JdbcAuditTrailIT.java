package io.calllog.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.port.out.AuditTrailContract;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.persistence.OnPostgres;
import io.calllog.persistence.shared.Times;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class JdbcAuditTrailIT extends AuditTrailContract {

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcClient database;

  JdbcAuditTrailIT(Storage storage, TransactionOperations transactions, JdbcClient database) {
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

  /** A later release has written them before the operator went back to this one. */
  @Test
  void reads_actions_and_types_that_it_does_not_know() {
    UUID id = samples.id(Samples.NOW);
    database
        .sql(
            """
            INSERT INTO audit_log (at, action, subject_type, subject_id, outcome, changes)
            VALUES (:at, 'ORDER_PLACED', 'ORDER', :id, 'DONE', '[]')
            """)
        .param("at", Times.parameter(Samples.NOW))
        .param("id", id)
        .update();

    assertThat(of(id))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("ORDER_PLACED");
          assertThat(entry.subjectType()).isEqualTo("ORDER");
        });
  }
}
