package io.calllog.persistence.connection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

class BrokenConnectionsTest {

  @Test
  void a_rollback_that_the_database_could_not_do_is_ignored() {
    assertThatCode(() ->
            BrokenConnections.rollBack(() -> {
              throw new TransactionSystemException(
                  "Could not roll back", new IllegalStateException(new SQLException("closed")));
            }))
        .doesNotThrowAnyException();
  }

  @Test
  void a_rollback_that_failed_for_another_reason_throws() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            BrokenConnections.rollBack(() -> {
              throw new IllegalStateException("defect");
            }));
  }
}
