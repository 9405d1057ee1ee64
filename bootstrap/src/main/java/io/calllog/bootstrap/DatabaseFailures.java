package io.calllog.bootstrap;

import io.calllog.application.shared.ServiceFailure;
import io.calllog.application.shared.Unavailable;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.Failure;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Tells what a failure of the database means to the core. Goes by the SQLSTATE wherever there is
 * one in the chain of causes, because JPA, JDBC and the commit each wrap the same event
 * differently.
 */
final class DatabaseFailures {

  private static final Set<String> DEADLOCKS = Set.of("40P01", "40001");

  private DatabaseFailures() {}

  /**
   * The failure the core knows: {@link Unavailable} when the database cannot be reached or takes
   * too long, {@code lost-race} when somebody else was faster; the exception itself when it is
   * neither.
   */
  static RuntimeException translated(RuntimeException thrown) {
    if (thrown instanceof Failure || thrown instanceof ServiceFailure) {
      return thrown;
    }
    return causes(thrown)
        .<RuntimeException>mapMulti((cause, found) -> {
          if (isOutage(cause)) {
            found.accept(new Unavailable(thrown));
          } else if (isLostRace(cause)) {
            found.accept(Conflict.lostRace());
          }
        })
        .findFirst()
        .orElse(thrown);
  }

  /** Whether the database gave this transaction up so that others could go on. */
  static boolean isDeadlock(RuntimeException thrown) {
    return causes(thrown).map(DatabaseFailures::state).anyMatch(DEADLOCKS::contains);
  }

  private static boolean isOutage(Throwable cause) {
    return cause instanceof CannotCreateTransactionException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof TransientDataAccessResourceException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLRecoverableException
        || cause instanceof TransactionTimedOutException
        || isGivenUp(cause)
        // Connection; resources; a statement that took too long; shutdown; its operating system.
        || Stream.of("08", "53", "57014", "57P", "58").anyMatch(state(cause)::startsWith);
  }

  /**
   * A transaction that Hibernate gave up: its time was over, which has no cause; or it could not
   * even be ended, as the pool had taken its connection away because it broke, and says so without
   * a SQLSTATE. The failure that broke it is lost by then.
   */
  private static boolean isGivenUp(Throwable cause) {
    return cause instanceof TransactionException
        && (cause.getCause() == null
            || (cause.getCause() instanceof SQLException reason && reason.getSQLState() == null));
  }

  private static boolean isLostRace(Throwable cause) {
    return cause instanceof ConcurrencyFailureException
        // The transaction was rolled back by the server; a lock was not to be had in time.
        || Stream.of("40", "55P03").anyMatch(state(cause)::startsWith);
  }

  private static String state(Throwable cause) {
    return cause instanceof SQLException sql
        ? Objects.requireNonNullElse(sql.getSQLState(), "")
        : "";
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.<@Nullable Throwable>iterate(
            thrown, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
        .map(Objects::requireNonNull);
  }
}
