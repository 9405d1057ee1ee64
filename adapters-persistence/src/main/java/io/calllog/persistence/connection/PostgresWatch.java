package io.calllog.persistence.connection;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Asks PostgreSQL five times a second whether it is there, on a connection of its own (ADR 0043).
 * While PostgreSQL is gone or silent, the pools give out no connections, and statements that wait
 * for it fail. Slow statements do not matter: the server answers this connection meanwhile.
 * Thread-safe.
 */
public final class PostgresWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);

  private static final long INTERVAL_MILLIS = 200;
  private static final long MIN_NANOS_BETWEEN_REPLACEMENTS = Duration.ofSeconds(1).toNanos();

  /** A server sends these settings when they change. */
  private static final List<String> READ_ONLY_SETTINGS =
      List.of("default_transaction_read_only", "in_hot_standby");

  /** The connection fails; the server shuts down or starts. */
  private static final List<String> OUTAGES = List.of("08", "57P");

  private final DataSource server;
  private final int timeoutMillis;
  private final Question question;
  private final Messages messages;
  private final List<GuardedDataSource> pools = new CopyOnWriteArrayList<>();
  private volatile @Nullable SQLException failure;
  private volatile @Nullable Thread thread;
  private final AtomicLong replacedAt =
      new AtomicLong(System.nanoTime() - MIN_NANOS_BETWEEN_REPLACEMENTS);
  private volatile boolean mustReconnect;
  private @Nullable Connection connection;

  /**
   * Creates a watch.
   *
   * @param server opens a connection in about a second, or fails
   * @param timeoutMillis the time in which PostgreSQL has to answer
   * @param question to ask PostgreSQL
   * @param messages for the log
   */
  PostgresWatch(DataSource server, int timeoutMillis, Question question, Messages messages) {
    this.server = server;
    this.timeoutMillis = timeoutMillis;
    this.question = question;
    this.messages = messages;
  }

  /** Asks a server whether it is there. */
  interface Question {

    void ask(Connection connection) throws SQLException;
  }

  /** The messages for the log about the start and the end of an outage. */
  record Messages(String unavailable, String available) {}

  /** Returns whether PostgreSQL answered when it was asked last. Does not wait. */
  public boolean isAvailable() {
    return failure == null;
  }

  /** Returns why PostgreSQL is not available; null if it is. */
  @Nullable SQLException failure() {
    return failure;
  }

  /** Adds a pool, whose connections are closed when PostgreSQL is not available. */
  void add(GuardedDataSource pool) {
    pools.add(pool);
  }

  /**
   * Fills the pools, and begins to ask. The thread is not virtual, because it must not wait for
   * others that compute.
   */
  @Override
  public void start() {
    pools.forEach(GuardedDataSource::start);
    Thread asking = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::run);
    thread = asking; // before it starts, because it ends when it is not this one
    asking.start();
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Starts first and stops last. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  private void run() {
    try {
      while (thread == Thread.currentThread()) {
        checkSafely();
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException _) {
      // stopped
    } finally {
      disconnect();
    }
  }

  /** A bug must not end the thread: the node would know no outage, nor the end of one. */
  private void checkSafely() {
    try {
      check();
    } catch (RuntimeException e) {
      LOG.error("Could not ask PostgreSQL whether it is available", e);
    }
  }

  /**
   * Replaces all connections, at most once a second, because they lead to a server that accepts
   * reads only. Otherwise the pools that only read would go on with what that server knows.
   */
  void replaceConnections() {
    long last = replacedAt.get();
    long now = System.nanoTime();
    if (now - last >= MIN_NANOS_BETWEEN_REPLACEMENTS && replacedAt.compareAndSet(last, now)) {
      mustReconnect = true;
      pools.forEach(GuardedDataSource::replaceConnections);
    }
  }

  /** Asks once. */
  void check() {
    if (mustReconnect) {
      mustReconnect = false;
      disconnect();
    }
    boolean connected = connection != null;
    try {
      ping();
      becomeAvailable();
    } catch (SQLException e) {
      if (UnusableConnections.READ_ONLY.equals(e.getSQLState())) {
        replaceConnections();
      }
      disconnect();
      if (connected && !(e.getCause() instanceof SocketTimeoutException)) {
        check(); // perhaps the server closed only this connection
      } else if (isOutage(e)) {
        becomeUnavailable(e);
      } else {
        becomeAvailable(); // the server answers, for example that it has too many connections
      }
    }
  }

  private void ping() throws SQLException {
    Connection pinged = connection;
    if (pinged == null) {
      pinged = connect();
      connection = pinged;
    }
    question.ask(pinged);
  }

  /** Asks whether the server answers at all. */
  static void ask(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("");
    }
  }

  /**
   * Asks whether the server answers, and is still the primary.
   *
   * @throws SQLException 25006 if it accepts reads only. It reports that without being asked
   */
  static void askPrimary(Connection connection) throws SQLException {
    ask(connection);
    PGConnection reported = connection.unwrap(PGConnection.class);
    for (String setting : READ_ONLY_SETTINGS) {
      if ("on".equals(reported.getParameterStatus(setting))) {
        throw new SQLException("The server accepts reads only", UnusableConnections.READ_ONLY);
      }
    }
  }

  private Connection connect() throws SQLException {
    Connection opened = server.getConnection();
    opened.setNetworkTimeout(Runnable::run, timeoutMillis);
    return opened;
  }

  /** Closes the connection of the watch. */
  void disconnect() {
    Connection closed = connection;
    connection = null;
    if (closed != null) {
      try {
        closed.abort(Runnable::run); // closing it would wait for a server that is silent
      } catch (SQLException e) {
        LOG.debug("Could not close a connection", e);
      }
    }
  }

  private static boolean isOutage(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return OUTAGES.stream().anyMatch(state::startsWith);
  }

  void becomeAvailable() {
    if (failure != null) {
      failure = null;
      pools.forEach(GuardedDataSource::open);
      LOG.info(messages.available());
    }
  }

  void becomeUnavailable(SQLException reason) {
    boolean wasAvailable = failure == null;
    failure = reason;
    if (wasAvailable) {
      pools.forEach(GuardedDataSource::close);
      LOG.warn(
          "{}: {}",
          messages.unavailable(),
          Stream.of(reason, NestedExceptionUtils.getMostSpecificCause(reason))
              .distinct()
              .map(Throwable::toString)
              .toList());
    }
  }
}
