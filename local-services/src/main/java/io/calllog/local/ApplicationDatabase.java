package io.calllog.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The application's database and its owner. Everything here is safe to repeat, so that a run that
 * was cut short is completed by the next.
 *
 * @param superuser to connect to the server with
 * @param port where the server listens
 */
record ApplicationDatabase(DataSource superuser, int port) {

  private static final String NAME = "calllog";

  /**
   * Makes the role and the database unless they are there.
   *
   * @param password for the role, in base64url, so that it needs no quoting
   * @param lifetime with {@link DataLifetime#ONE_RUN} an existing database is dropped first
   */
  PostgresConnection prepare(String password, DataLifetime lifetime) throws SQLException {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        statement.execute("CREATE ROLE " + NAME);
      }
      // Each time, in case the file with the password was lost.
      statement.execute("ALTER ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
      if (lifetime == DataLifetime.ONE_RUN) {
        statement.execute("DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
      }
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
      }
    }
    String url = "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, port, NAME);
    return new PostgresConnection(url, NAME, password);
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }
}
