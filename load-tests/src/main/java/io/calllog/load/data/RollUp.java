package io.calllog.load.data;

import io.calllog.load.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** The figures beside the calls, counted by the functions that the application uses. */
public final class RollUp {

  private RollUp() {}

  /**
   * Counts one day after the other, each in a transaction of its own: others wait for a day only.
   *
   * @param connection commits by hand
   * @param from the first of the days, in the reporting zone
   * @param to the day after the last
   * @return how many figures were not what they are now
   */
  public static long rebuild(Connection connection, LocalDate from, LocalDate to)
      throws SQLException {
    long mended = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      mended +=
          Statements.one(
              connection, Long.class, "SELECT count(*) FROM rebuild_officer_day(?)", day);
      connection.commit();
      if (day.getDayOfMonth() == 1 || day.plusDays(1).equals(to)) {
        System.out.printf("figures counted up to %s%n", day);
      }
    }
    return mended;
  }
}
