package io.calllog.persistence.connection;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/**
 * Tells the pool which failures make connections unusable, besides those that it knows.
 * Thread-safe.
 *
 * <ul>
 *   <li>{@code 25006}: the server accepts reads only, for example because another server took over.
 *       All connections of all pools are replaced. The new ones reach that server, or this one
 *       after it accepts writes again.
 *   <li>{@code 25P03} and {@code 25P04}: the server closed the connection because of {@code
 *       idle_in_transaction_session_timeout} or {@code transaction_timeout}.
 * </ul>
 */
final class UnusableConnections implements SQLExceptionOverride {

  private static final Set<String> CLOSED = Set.of("25P03", "25P04");
  static final String READ_ONLY = "25006";

  private final PostgresWatch watch;

  UnusableConnections(PostgresWatch watch) {
    this.watch = watch;
  }

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (state.equals(READ_ONLY)) {
      watch.replaceConnections();
    }
    return CLOSED.contains(state) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
