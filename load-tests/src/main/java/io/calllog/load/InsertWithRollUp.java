package io.calllog.load;

import io.calllog.load.data.DataSet;
import io.calllog.load.data.RollUp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;

/**
 * Measures how many calls per second PostgreSQL inserts with and without the triggers that maintain
 * the figures: {@code -Drounds} (default 6) rounds of {@code -Dseconds} (10) each, with {@code
 * -Dthreads} (16) sessions. The order alternates. Afterwards, the program deletes the calls and
 * rebuilds the figures. If it is killed, run {@code ALTER TABLE calls ENABLE TRIGGER USER} and
 * rebuild the figures of the day.
 */
public final class InsertWithRollUp {

  private final Connection connection;
  private final InsertLoad load;
  private final Duration time;

  private InsertWithRollUp(Connection connection, InsertLoad load, Duration time) {
    this.connection = connection;
    this.load = load;
    this.time = time;
  }

  public static void main(String[] arguments) {
    Program.start(InsertWithRollUp::run);
  }

  private static void run() throws SQLException, InterruptedException {
    Machine.describe();
    var database = LocalDatabase.configured();
    int threads = Settings.number("threads", 16);
    var time = Duration.ofSeconds(Settings.number("seconds", 10));
    try (Connection connection = database.connect()) {
      if (DataSet.find(connection) == null) {
        throw new Refused("%s was not filled by exec:exec@generate".formatted(database));
      }
      LocalDate first = today(connection);
      try (var load = new InsertLoad(database, threads)) {
        System.out.printf("%d sessions, %d s each%n", threads, time.toSeconds());
        new InsertWithRollUp(connection, load, time).compare(Settings.number("rounds", 6));
      } finally {
        cleanUp(connection, first);
      }
    }
  }

  private void compare(int rounds) throws SQLException, InterruptedException {
    callsPerSecond(true);
    callsPerSecond(false);
    var ratios = new ArrayList<Double>();
    var all = new ArrayList<Double>();
    var allWithout = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      boolean first = round % 2 == 1;
      double one = callsPerSecond(first);
      double other = callsPerSecond(!first);
      double with = first ? one : other;
      double without = first ? other : one;
      System.out.printf(
          "round %d: %,.0f calls/s with, %,.0f without, ratio %.2f%n",
          round, with, without, with / without);
      all.add(with);
      allWithout.add(without);
      ratios.add(with / without);
    }
    System.out.printf(
        "medians: %,.0f calls/s with, %,.0f without, ratio %.2f%n",
        Medians.of(all), Medians.of(allWithout), Medians.of(ratios));
    Machine.describe();
  }

  private double callsPerSecond(boolean triggers) throws SQLException, InterruptedException {
    enableTriggers(connection, triggers);
    return load.run(time);
  }

  private static void cleanUp(Connection connection, LocalDate first) throws SQLException {
    enableTriggers(connection, true);
    LocalDate last = today(connection);
    connection.setAutoCommit(false);
    try (var delete =
        connection.prepareStatement(
            "DELETE FROM calls WHERE comment = ? AND id >= call_id_bound(?::timestamp AT TIME ZONE 'UTC')")) {
      delete.setString(1, InsertLoad.COMMENT);
      delete.setObject(2, first.minusDays(1));
      System.out.printf("%,d calls deleted again%n", delete.executeUpdate());
    }
    connection.commit();
    RollUp.rebuild(connection, first, last.plusDays(1));
    connection.setAutoCommit(true);
    Statements.execute(connection, "VACUUM ANALYZE calls, officer_days");
  }

  /** Foreign keys stay enabled, because their triggers are system triggers. */
  private static void enableTriggers(Connection connection, boolean enable) throws SQLException {
    Statements.execute(
        connection, "ALTER TABLE calls %s TRIGGER USER".formatted(enable ? "ENABLE" : "DISABLE"));
  }

  private static LocalDate today(Connection connection) throws SQLException {
    return Statements.one(
        connection, LocalDate.class, "SELECT (now() AT TIME ZONE time_zone)::date FROM reporting");
  }
}
