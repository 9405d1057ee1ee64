package io.calllog.load;

import java.sql.SQLException;

/** Runs a program and prints failures as one line instead of a stack trace. */
@FunctionalInterface
public interface Program {

  void run() throws SQLException, InterruptedException;

  static void start(Program program) {
    try {
      program.run();
    } catch (Refused e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (SQLException e) {
      System.err.println("PostgreSQL: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.exit(1);
    }
  }
}
