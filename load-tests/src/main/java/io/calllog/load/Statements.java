package io.calllog.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Runs single statements. */
public final class Statements {

  private Statements() {}

  public static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row; null if there is none. */
  public static <T> T one(Connection connection, Class<T> type, String sql, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getObject(1, type) : null;
      }
    }
  }
}
