package io.calllog.load.data;

import io.calllog.load.Refused;
import io.calllog.load.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The content that a database is filled with. It is stored in a separate schema of the database.
 * The schema marks the database as one for tests, and lets a later run continue one that was
 * stopped.
 */
public record DataSet(long calls, LocalDate from, LocalDate to) {

  /**
   * Starts a data set, or continues that of an earlier run.
   *
   * @throws Refused if there are other calls, or another data set
   */
  static DataSet begin(Connection connection, long calls, int months) throws SQLException {
    requireSchema(connection);
    DataSet begun = find(connection);
    if (begun == null) {
      return create(connection, calls, months);
    }
    if (begun.calls != calls || !begun.from.equals(begun.to.minusMonths(months))) {
      throw new Refused(
          "Holds another data set: %,d calls from %s to %s. Make another database."
              .formatted(begun.calls, begun.from, begun.to));
    }
    return begun;
  }

  /** The data set of a database, or null if there is none. */
  public static DataSet find(Connection connection) throws SQLException {
    if (!Statements.one(
        connection, Boolean.class, "SELECT to_regclass('load_tests.data_set') IS NOT NULL")) {
      return null;
    }
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT calls, first_day, end_day FROM load_tests.data_set")) {
      return rows.next()
          ? new DataSet(
              rows.getLong(1),
              rows.getObject(2, LocalDate.class),
              rows.getObject(3, LocalDate.class))
          : null;
    }
  }

  /** The number of calls of each day. */
  List<DayOfCalls> days() {
    double total = from.datesUntil(to).mapToDouble(DataSet::weight).sum();
    var days = new ArrayList<DayOfCalls>();
    double before = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      double after = before + weight(day);
      days.add(
          new DayOfCalls(
              day, Math.round(calls * after / total) - Math.round(calls * before / total)));
      before = after;
    }
    return days;
  }

  /** The calls of a day, relative to a working day. */
  private static double weight(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> 0.15;
      case SUNDAY -> 0.05;
      default -> 1;
    };
  }

  private static void requireSchema(Connection connection) throws SQLException {
    if (!Statements.one(
        connection, Boolean.class, "SELECT to_regclass('officer_days') IS NOT NULL")) {
      throw new Refused("No table officer_days: start the application on this database once.");
    }
  }

  private static DataSet create(Connection connection, long calls, int months) throws SQLException {
    if (Statements.one(connection, Boolean.class, "SELECT EXISTS (SELECT FROM calls)")) {
      throw new Refused("There are calls that are not from here. Give an empty database.");
    }
    Statements.execute(
        connection,
        """
        CREATE SCHEMA load_tests;
        CREATE TABLE load_tests.data_set (calls bigint, first_day date, end_day date);
        CREATE TABLE load_tests.filled_days (day date PRIMARY KEY);
        """);
    LocalDate today =
        Statements.one(connection, LocalDate.class, "SELECT (now() AT TIME ZONE 'UTC')::date");
    try (var insert =
        connection.prepareStatement("INSERT INTO load_tests.data_set VALUES (?, ?, ?)")) {
      insert.setLong(1, calls);
      insert.setObject(2, today.minusMonths(months));
      insert.setObject(3, today);
      insert.executeUpdate();
    }
    return new DataSet(calls, today.minusMonths(months), today);
  }

  /** A day in UTC. */
  record DayOfCalls(LocalDate day, long calls) {}
}
