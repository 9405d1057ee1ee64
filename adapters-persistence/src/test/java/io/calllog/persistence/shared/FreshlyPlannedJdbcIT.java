package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.persistence.OnPostgres;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@OnPostgres
class FreshlyPlannedJdbcIT {

  private final JdbcClient database;
  private final TransactionOperations transactions;

  FreshlyPlannedJdbcIT(JdbcClient database, TransactionOperations transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /** The server keeps a plan only of statements that it keeps. */
  @Test
  void keeps_no_statement_on_the_server_however_often_it_is_executed() {
    long kept =
        transactions.execute(_ -> {
          for (int i = 0; i < 20; i++) {
            database
                .sql("SELECT 'kept?' FROM officers WHERE id = :id")
                .param("id", new UUID(0, i))
                .query(String.class)
                .optional();
          }
          return database
              .sql("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%kept?%'")
              .query(Long.class)
              .single();
        });

    assertThat(kept).isZero();
  }
}
