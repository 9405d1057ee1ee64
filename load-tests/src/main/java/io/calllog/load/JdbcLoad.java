package io.calllog.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sessions that execute a prepared statement again and again, each time in its own transaction. */
final class JdbcLoad implements Load {

  /** Sets the parameters of one execution. Thread-safe. */
  @FunctionalInterface
  interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  private final List<Connection> sessions = new ArrayList<>();
  private final String sql;
  private final Parameters parameters;

  JdbcLoad(LocalDatabase database, int sessions, String sql, Parameters parameters)
      throws SQLException {
    this.sql = sql;
    this.parameters = parameters;
    for (int i = 0; i < sessions; i++) {
      Connection session = database.connect();
      this.sessions.add(session);
      Statements.execute(session, "SET synchronous_commit = on");
    }
  }

  @Override
  public double run(Duration time) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try (var threads = Executors.newFixedThreadPool(sessions.size())) {
      var counts = new ArrayList<Future<Long>>();
      for (Connection session : sessions) {
        Callable<Long> work = () -> executeUntil(session, end);
        counts.add(threads.submit(work));
      }
      long executions = 0;
      for (Future<Long> count : counts) {
        executions += count.get();
      }
      return executions * 1e9 / (System.nanoTime() - start);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection session : sessions) {
      session.close();
    }
  }

  private long executeUntil(Connection session, long end) throws SQLException {
    long count = 0;
    try (var statement = session.prepareStatement(sql)) {
      while (System.nanoTime() - end < 0) {
        parameters.set(statement);
        if (statement.execute()) {
          read(statement);
        }
        count++;
      }
    }
    return count;
  }

  private static void read(PreparedStatement statement) throws SQLException {
    try (var rows = statement.getResultSet()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
      }
    }
  }
}
