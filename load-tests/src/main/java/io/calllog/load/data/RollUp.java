package io.calllog.load.data;

import io.calllog.load.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Rebuilds the figures with the functions of the application. */
public final class RollUp {

  private RollUp() {}

  /**
   * Rebuilds the days one by one, each in a transaction, so that other sessions wait for one day
   * only.
   *
   * @param connection without auto-commit
   * @param from the first day, in the reporting time zone
   * @param to the day after the last day
   * @return the number of figures that were wrong
   */
  public static long rebuild(Connection connection, LocalDate from, LocalDate to)
      throws SQLException {
    long corrected = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      corrected +=
          Statements.one(
              connection, Long.class, "SELECT count(*) FROM rebuild_officer_day(?)", day);
      connection.commit();
      if (day.getDayOfMonth() == 1 || day.plusDays(1).equals(to)) {
        System.out.printf("figures counted up to %s%n", day);
      }
    }
    return corrected;
  }
}
