package io.calllog.persistence.connection;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/**
 * Tells the pool which failures make a connection unusable, besides those that it knows. Named in
 * {@code spring.datasource.hikari.exception-override-class-name}.
 *
 * <ul>
 *   <li>{@code 25006}: the server accepts reads only, for example because another server took over.
 *       A new connection reaches that server, or this one after it accepts writes again.
 *   <li>{@code 25P03} and {@code 25P04}: the server closed the connection because of {@code
 *       idle_in_transaction_session_timeout} or {@code transaction_timeout}.
 * </ul>
 */
public final class UnusableConnections implements SQLExceptionOverride {

  private static final Set<String> STATES = Set.of("25006", "25P03", "25P04");

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return STATES.contains(Objects.requireNonNullElse(failure.getSQLState(), ""))
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
