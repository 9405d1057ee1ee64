package io.calllog.bootstrap;

import io.calllog.application.shared.ServiceFailure;
import io.calllog.application.shared.TooSlow;
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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Translates database failures to failures of the core. Looks at the SQLSTATE of all causes,
 * because JPA, JDBC and the commit wrap the same failure in different exceptions.
 */
final class DatabaseFailures {

  private static final Set<String> DEADLOCKS = Set.of("40P01", "40001");

  /**
   * In the order of the set: no connection; a server that accepts reads only, as after a failover;
   * {@code idle_in_transaction_session_timeout}; {@code transaction_timeout}; resources; a function
   * that a server in recovery does not have; {@code statement_timeout}; shutdown; operating system.
   */
  private static final Set<String> OUTAGES =
      Set.of("08", "25006", "25P03", "25P04", "53", "55000", "57014", "57P", "58");

  /** {@code statement_timeout} and {@code transaction_timeout}. */
  private static final Set<String> TIMEOUTS = Set.of("57014", "25P04");

  private DatabaseFailures() {}

  /** As {@link #translated}, but {@link TooSlow} if a read took longer than it may. */
  static RuntimeException translatedRead(RuntimeException thrown) {
    return !(thrown instanceof ServiceFailure)
            && causes(thrown).map(DatabaseFailures::state).anyMatch(TIMEOUTS::contains)
        ? new TooSlow(thrown)
        : translated(thrown);
  }

  /**
   * Returns {@link Unavailable} if the database cannot be reached, takes too long or accepts reads
   * only, {@link Conflict} {@code lost-race} if another transaction was faster or held a lock for
   * too long, or else the exception itself.
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

  /** Whether the database rolled back the transaction because of a deadlock. */
  static boolean isDeadlock(Throwable thrown) {
    return causes(thrown).map(DatabaseFailures::state).anyMatch(DEADLOCKS::contains);
  }

  /**
   * Whether a read took too long, or all connections of its pool were in use. It would be the same
   * at another server.
   */
  static boolean isOverload(Throwable thrown) {
    return causes(thrown)
        .anyMatch(cause ->
            TIMEOUTS.contains(state(cause))
                || (cause instanceof SQLTransientConnectionException && cause.getCause() == null));
  }

  private static boolean isOutage(Throwable cause) {
    return cause instanceof CannotCreateTransactionException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof TransientDataAccessResourceException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLRecoverableException
        || OUTAGES.stream().anyMatch(state(cause)::startsWith);
  }

  private static boolean isLostRace(Throwable cause) {
    return cause instanceof ConcurrencyFailureException
        // The server rolled the transaction back, or a lock was not available in time.
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
