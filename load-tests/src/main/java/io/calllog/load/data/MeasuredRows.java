package io.calllog.load.data;

import io.calllog.load.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;

/** Rows beside the data set for single measurements, which stay in the database. */
public final class MeasuredRows {

  /** An officer of the data set that can sign in; see {@link #letSignIn}. */
  public static final String OFFICER = "officer998@load.example";

  /** Another one, whom an administrator can make a manager. */
  public static final String MANAGER = "officer999@load.example";

  private static final String CLIENT =
      """
      INSERT INTO clients (id, name, region_key, status, owner_id, created_at, updated_at)
      VALUES (load_tests.client_id(200000000 + ?), 'Client of a load test', load_tests.region_key(0), 'ACTIVE',
              load_tests.officer_id(0), '2024-06-18Z', '2024-06-18Z')
      ON CONFLICT DO NOTHING
      """;

  /** All officers made these calls, at even distances over the time of the data set. */
  private static final String CALLS_OF_CLIENT =
      """
      INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds, started_at,
                         logged_by, logged_at, updated_at)
      SELECT id, load_tests.officer_id(officer), load_tests.client_id(200000000 + size), load_tests.region_key(officer),
             'OUTGOING', CASE WHEN officer % 2 = 0 THEN 'SUCCESSFUL' ELSE 'NO_ANSWER' END, officer,
             uuid_extract_timestamp(id), load_tests.officer_id(officer), uuid_extract_timestamp(id),
             uuid_extract_timestamp(id)
      FROM (SELECT size, n % 1000 AS officer,
                   uuidv7(first_day + n * ((end_day - first_day) * interval '1 day' / size) - clock_timestamp()) AS id
            FROM load_tests.data_set, (VALUES (?)) sizes (size), generate_series(0, size - 1) n
            OFFSET 0) moments
      """;

  private MeasuredRows() {}

  /**
   * Adds a client with a number of calls, unless it exists.
   *
   * @param connection without auto-commit
   * @return its ID
   */
  public static String client(Connection connection, int calls) throws SQLException {
    try (var client = connection.prepareStatement(CLIENT);
        var insert = connection.prepareStatement(CALLS_OF_CLIENT)) {
      client.setInt(1, calls);
      if (client.executeUpdate() == 1) {
        System.out.printf("Adding a client with %,d calls%n", calls);
        insert.setInt(1, calls);
        insert.executeUpdate();
        connection.commit();
        connection.setAutoCommit(true);
        Statements.execute(connection, "VACUUM ANALYZE calls");
        connection.setAutoCommit(false);
      }
    }
    return Statements.one(
        connection, String.class, "SELECT load_tests.client_id(200000000 + ?)::text", calls);
  }

  /** Gives both officers the password of another account. */
  public static void letSignIn(Connection connection, String emailOfOther) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE officers SET password_hash = (SELECT password_hash FROM officers WHERE email_key = ?)
            WHERE email_key IN (?, ?)
            """)) {
      update.setString(1, emailOfOther);
      update.setString(2, OFFICER);
      update.setString(3, MANAGER);
      update.executeUpdate();
    }
    connection.commit();
  }

  /** Returns a temporary file with the IDs of calls, each in a line. */
  public static Path fileOfSomeCalls(Connection connection) throws SQLException {
    var ids = new ArrayList<String>();
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id::text FROM calls TABLESAMPLE BERNOULLI (1) LIMIT 10000")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    try {
      Path file = Files.createTempFile("calls", ".txt");
      file.toFile().deleteOnExit();
      return Files.write(file, ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
