package io.calllog.load.data;

import io.calllog.load.LocalDatabase;
import io.calllog.load.Program;
import io.calllog.load.Settings;
import io.calllog.load.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fills a database with {@code -Dcalls} (default 1,000,000) calls of the last {@code -Dmonths} (12;
 * 36 from 30 million calls on), without today, and a tenth as many follow-ups, with {@code -Dthreads} (2) sessions. A run that was
 * stopped can be continued.
 */
public final class GenerateCalls {

  private final LocalDatabase database;
  private final DataSet data;
  private final Instant start = Instant.now();
  private final AtomicLong written = new AtomicLong();

  private GenerateCalls(LocalDatabase database, DataSet data) {
    this.database = database;
    this.data = data;
  }

  public static void main(String[] arguments) {
    Program.start(GenerateCalls::run);
  }

  private static void run() throws SQLException, InterruptedException {
    var database = LocalDatabase.configured();
    int calls = Settings.number("calls", 1_000_000);
    int months = Settings.number("months", calls < 30_000_000 ? 12 : 36);
    DataSet data;
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      data = DataSet.begin(connection, calls, months);
      People.add(connection);
      connection.commit();
    }
    new GenerateCalls(database, data).fill(Settings.number("threads", 2));
  }

  private void fill(int threads) throws SQLException, InterruptedException {
    System.out.printf(
        "%,d calls from %s to %s into %s%n", data.calls(), data.from(), data.to(), database);
    writeCalls(threads);
    try (Connection connection = database.connect()) {
      // Without statistics, PostgreSQL would plan the rebuild for an empty table.
      say("ANALYZE");
      Statements.execute(connection, "ANALYZE calls");
      connection.setAutoCommit(false);
      // One day more at both ends, because days in the reporting time zone differ from days in UTC.
      RollUp.rebuild(connection, data.from().minusDays(1), data.to().plusDays(1));
      Statements.execute(connection, "SELECT count(*) FROM rebuild_client_totals()");
      say("follow-ups");
      FollowUps.add(connection, data.calls() / 10);
      connection.commit();
      connection.setAutoCommit(true);
      say("VACUUM ANALYZE");
      Statements.execute(
          connection,
          "VACUUM ANALYZE calls, officer_days, officer_hours, client_totals, officers, clients, follow_ups");
    }
    say("done");
  }

  /** Each session writes whole months, so that two sessions rarely write to the same partition. */
  private void writeCalls(int threads) throws SQLException, InterruptedException {
    var months = new ConcurrentLinkedQueue<>(months());
    try (var sessions = Executors.newFixedThreadPool(threads)) {
      var ends = new ArrayList<Future<Void>>();
      for (int i = 0; i < threads; i++) {
        Callable<Void> session = () -> writeMonths(months);
        ends.add(sessions.submit(session));
      }
      for (Future<Void> end : ends) {
        end.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  private List<List<DataSet.DayOfCalls>> months() {
    var months = new ArrayList<List<DataSet.DayOfCalls>>();
    for (DataSet.DayOfCalls day : data.days()) {
      if (months.isEmpty() || day.day().getDayOfMonth() == 1) {
        months.add(new ArrayList<>());
      }
      months.getLast().add(day);
    }
    return months;
  }

  private Void writeMonths(ConcurrentLinkedQueue<List<DataSet.DayOfCalls>> months)
      throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      // A crash can lose the last days, and the next run writes them again.
      Statements.execute(connection, "SET synchronous_commit = off");
      connection.commit();
      var writer = new CallWriter(connection);
      if (!writer.withoutTriggers()) {
        System.out.println(
            "Not a superuser: triggers and foreign keys stay on, which takes several times longer.");
      }
      for (var month = months.poll(); month != null; month = months.poll()) {
        for (DataSet.DayOfCalls day : month) {
          writer.write(day);
          written.addAndGet(day.calls());
        }
        say("%,d calls".formatted(written.get()));
      }
      return null;
    }
  }

  private void say(String what) {
    System.out.printf("%4d s  %s%n", Duration.between(start, Instant.now()).toSeconds(), what);
  }
}
