package io.calllog.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * An export of the latest calls.
 *
 * @param from the start of the first one
 * @param count the number of them
 */
record ExportedCalls(String from, long count) {

  static final String WITH_NAMES =
      """
      SELECT c.id, c.officer_id, o.name AS officer_name, c.client_id, k.name AS client_name, c.type, c.outcome,
             c.duration_seconds, c.started_at, c.comment, c.external_id, r.path, c.logged_by, l.name, c.logged_at,
             c.updated_at, c.version
      FROM calls c
      JOIN officers o ON o.id = c.officer_id
      JOIN officers l ON l.id = c.logged_by
      JOIN regions r ON r.key = c.region_key
      LEFT JOIN clients k ON k.id = c.client_id
      """;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static ExportedCalls latest(Connection connection, int rows) throws SQLException {
    String from =
        Statements.one(
            connection,
            String.class,
            """
            SELECT to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
            FROM calls WHERE deleted_at IS NULL ORDER BY started_at DESC OFFSET ? LIMIT 1
            """,
            rows - 1);
    if (from == null) {
      throw new Refused("The data set has fewer than %,d calls".formatted(rows));
    }
    long count =
        Statements.one(
            connection,
            Long.class,
            "SELECT count(*) FROM calls WHERE deleted_at IS NULL AND started_at >= ?::timestamptz",
            from);
    return new ExportedCalls(from, count);
  }

  /** Rows per second over HTTP. They are received and counted, and not kept. */
  Load download(Server app, String token) {
    return _ -> {
      long start = System.nanoTime();
      receive(app, token);
      return count * 1e9 / (System.nanoTime() - start);
    };
  }

  void receive(Server app, String token) throws InterruptedException {
    URI address =
        app.address()
            .resolve("/api/calls.csv?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
    var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    try (InputStream body = HTTP.send(request.build(), BodyHandlers.ofInputStream()).body()) {
      byte[] buffer = new byte[64 * 1024];
      long lines = 0;
      for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
        for (int i = 0; i < length; i++) {
          lines += buffer[i] == '\r' ? 1 : 0;
        }
      }
      if (lines != count + 1) {
        throw new Refused("The export had %,d lines instead of %,d".formatted(lines, count + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows per second of the same query, which PostgreSQL writes and psql throws away. */
  Load copy(LocalDatabase database) {
    String sql =
        "COPY (%s WHERE c.deleted_at IS NULL AND c.started_at >= '%s' ORDER BY c.started_at DESC, c.id DESC) TO STDOUT"
            .formatted(WITH_NAMES, from);
    URI address = URI.create(database.url().substring("jdbc:".length()));
    var command =
        new ProcessBuilder(
                List.of(
                    "psql",
                    "-X",
                    "-h",
                    address.getHost(),
                    "-p",
                    String.valueOf(address.getPort() < 0 ? 5432 : address.getPort()),
                    "-U",
                    database.user(),
                    "-d",
                    address.getPath().substring(1),
                    "-c",
                    sql))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    command.environment().put("PGPASSWORD", database.password());
    return _ -> {
      long start = System.nanoTime();
      try {
        if (command.start().waitFor() != 0) {
          throw new Refused("psql failed");
        }
      } catch (IOException _) {
        throw new Refused("no psql");
      }
      return count * 1e9 / (System.nanoTime() - start);
    };
  }
}
