package io.calllog.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** The calls that load tests log, which have a comment of their own. */
final class LoggedCalls {

  /** Also in requests.lua. */
  static final String COMMENT = "Logged by a load test.";

  /** Of calls that are not in the figures. */
  static final String COMMENT_WITHOUT_TRIGGERS = "Logged by a load test without triggers.";

  private static final String END_OTHER_SESSIONS =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'load-tests' AND datname = current_database() AND pid <> pg_backend_pid()
      """;

  private LoggedCalls() {}

  /** Deletes the calls when this program ends, also if the user interrupts it. */
  static void deleteAtEnd(LocalDatabase database) {
    LocalDate first = LocalDate.now().minusDays(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(database, first)));
  }

  private static void delete(LocalDatabase database, LocalDate first) {
    try (Connection connection = database.connect()) {
      Statements.execute(connection, END_OTHER_SESSIONS);
      connection.setAutoCommit(false);
      Statements.execute(connection, "ALTER TABLE calls DISABLE TRIGGER USER");
      int calls = delete(connection, COMMENT_WITHOUT_TRIGGERS, first);
      Statements.execute(connection, "ALTER TABLE calls ENABLE TRIGGER USER");
      connection.commit();
      calls += delete(connection, COMMENT, first);
      connection.commit();
      System.out.printf("%,d calls deleted again%n", calls);
    } catch (SQLException e) {
      System.err.println("Could not delete the calls: " + e.getMessage());
    }
  }

  /** Deletes calls that were logged from a day on, and returns their number. */
  static int delete(Connection connection, String comment, LocalDate first) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "DELETE FROM calls WHERE comment = ? AND id >= call_id_bound(?::timestamp AT TIME ZONE 'UTC')")) {
      delete.setString(1, comment);
      delete.setObject(2, first);
      return delete.executeUpdate();
    }
  }
}
