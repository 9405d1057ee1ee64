package io.calllog.persistence.connection;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A connection pool that refuses all requests while PostgreSQL is not available. When it becomes
 * unavailable, all connections are closed, also those in use. Thread-safe.
 */
final class GuardedDataSource extends DelegatingDataSource {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedDataSource.class);

  private final HikariDataSource pool;
  private final PostgresWatch watch;

  /** The connections of the driver that were used. */
  private final Set<Connection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private @Nullable Integer minimumIdle;

  GuardedDataSource(HikariDataSource pool, PostgresWatch watch) {
    super(pool);
    this.pool = pool;
    this.watch = watch;
  }

  @Override
  public Connection getConnection() throws SQLException {
    SQLException before = watch.failure();
    if (before != null) {
      throw refusal(before);
    }
    Connection connection = pool.getConnection();
    used.add(connection.unwrap(Connection.class));
    SQLException after = watch.failure();
    if (after != null) { // close() may not have seen this connection
      pool.evictConnection(connection);
      throw refusal(after);
    }
    return connection;
  }

  private static SQLException refusal(SQLException failure) {
    return new SQLTransientConnectionException(
        "PostgreSQL did not answer when it was asked last", "08001", failure);
  }

  /** Begins to fill the pool, so that the first requests do not wait for it. */
  void start() {
    try {
      getConnection().close();
    } catch (SQLException e) {
      LOG.debug("The pool has no connection yet", e); // requests report why
    }
  }

  /**
   * Closes all connections. A statement that waits for the server fails.
   *
   * <p>Until {@link #open}, the pool opens connections only for requests that wait for one. To keep
   * its minimum, it would wait up to five seconds between its attempts, and the first requests
   * after that would wait for them.
   */
  synchronized void close() {
    if (!pool.isRunning()) {
      return;
    }
    minimumIdle = pool.getMinimumIdle();
    pool.setMinimumIdle(0);
    pool.getHikariPoolMXBean().softEvictConnections();
    List<Connection> open;
    synchronized (used) {
      open = List.copyOf(used);
      used.clear();
    }
    open.forEach(GuardedDataSource::abort);
  }

  /** Each in a thread of its own, because TLS may wait for the server. */
  private static void abort(Connection connection) {
    try {
      connection.abort(Thread::startVirtualThread);
    } catch (SQLException e) {
      LOG.debug("Could not close a connection", e);
    }
  }

  /** Replaces all connections: idle ones now, those in use when they are returned. */
  void replaceConnections() {
    if (pool.isRunning()) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  synchronized void open() {
    if (minimumIdle != null) {
      pool.setMinimumIdle(minimumIdle);
    }
  }
}
