package io.calllog.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;

/** Adds the same calls again and again. They are deleted after each run, which does not count. */
final class ImportedCalls {

  /** Of the last twenty hours, so that one partition has them, and they can be found again. */
  private static final String CALLS =
      """
      CREATE TEMPORARY TABLE imported_calls AS
      SELECT uuidv7(time - clock_timestamp()) AS id, load_tests.officer_id(n %% 1000) AS officer_id,
             load_tests.client_id(n %% 1000 * 100 + n / 1000 %% 100) AS client_id,
             load_tests.region_key(n %% 1000) AS region_key, 'OUTGOING' AS type,
             CASE WHEN n %% 3 = 0 THEN 'SUCCESSFUL' ELSE 'NO_ANSWER' END AS outcome, n %% 1800 AS duration_seconds,
             date_trunc('milliseconds', time) AS started_at, '%s' AS comment
      FROM (SELECT n, now() - n * interval '20 hours' / %d - interval '1 minute' AS time
            FROM generate_series(0, %d - 1) n) moments
      """;

  private static final String COLUMNS =
      """
      (id, officer_id, client_id, region_key, type, outcome, duration_seconds, started_at, comment, logged_by, logged_at,
       updated_at)
      """;

  private final Connection connection;
  private final int rows;

  private ImportedCalls(Connection connection, int rows) throws SQLException {
    this.connection = connection;
    this.rows = rows;
    Statements.execute(connection, "DROP TABLE IF EXISTS imported_calls");
    Statements.execute(connection, CALLS.formatted(LoggedCalls.COMMENT, rows, rows));
  }

  /** Rows per second of {@code POST /api/imports}, until the job has finished. */
  static Load byApplication(Connection connection, int rows, Server app, String token)
      throws SQLException {
    var calls = new ImportedCalls(connection, rows);
    Path file =
        calls.write(
            """
            COPY (SELECT id, officer_id AS "officerId", client_id AS "clientId", type, outcome,
                         duration_seconds AS "durationSeconds",
                         to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "startedAt", comment
                  FROM imported_calls) TO STDOUT (FORMAT csv, HEADER)
            """);
    return _ -> calls.run(() -> ImportJob.run(app, token, file, rows));
  }

  /** Rows per second of COPY, with all triggers of the table. */
  static Load byCopy(Connection connection, int rows) throws SQLException {
    var calls = new ImportedCalls(connection, rows);
    Path file =
        calls.write(
            """
            COPY (SELECT id, officer_id, client_id, region_key, type, outcome, duration_seconds, started_at, comment,
                         officer_id, started_at, started_at
                  FROM imported_calls) TO STDOUT
            """);
    return _ -> calls.run(() -> calls.copy(file));
  }

  private double run(Program work) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    work.run();
    double rate = rows * 1e9 / (System.nanoTime() - start);
    LoggedCalls.delete(connection, LoggedCalls.COMMENT, LocalDate.now().minusDays(2));
    Statements.execute(connection, "VACUUM ANALYZE calls");
    return rate;
  }

  private void copy(Path file) throws SQLException {
    try (InputStream in = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY calls " + COLUMNS + " FROM STDIN", in, 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String copy) throws SQLException {
    try {
      Path file = Files.createTempFile("calls", ".csv");
      file.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(file)) {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
