package io.calllog.persistence.connection;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the pool which failures make connections unusable, besides those that it knows.
 * Thread-safe.
 *
 * <ul>
 *   <li>{@code 25006}: the server accepts reads only, for example because another server took over.
 *       All connections of the pool are replaced, at most once a second. The new ones reach that
 *       server, or this one after it accepts writes again.
 *   <li>{@code 25P03} and {@code 25P04}: the server closed the connection because of {@code
 *       idle_in_transaction_session_timeout} or {@code transaction_timeout}.
 * </ul>
 */
final class UnusableConnections implements SQLExceptionOverride {

  private static final Set<String> CLOSED = Set.of("25P03", "25P04");
  private static final String READ_ONLY = "25006";
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final HikariDataSource pool;
  private final AtomicLong replacedAt = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

  UnusableConnections(HikariDataSource pool) {
    this.pool = pool;
  }

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (state.equals(READ_ONLY)) {
      replaceConnections();
    }
    return CLOSED.contains(state) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }

  /** Idle connections are closed now, those in use when they are returned. */
  private void replaceConnections() {
    long last = replacedAt.get();
    long now = System.nanoTime();
    if (now - last >= PAUSE_NANOS && replacedAt.compareAndSet(last, now)) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }
}
