package io.calllog.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of the comparison that are about many rows at once, and about keys: exports, imports and
 * the feed of changes. {@code -Drows} (default 1,000,000) rows in each.
 */
final class ManyRows {

  /** As many as their limits, of 1,000 requests per second each, need for 32 connections. */
  private static final int KEYS = 40;

  private static final int PAGE = 1_000;

  private final Server app;
  private final LocalDatabase database;
  private final Connection connection;
  private final Comparison comparison;
  private final int rows = Settings.number("rows", 1_000_000);

  ManyRows(Server app, LocalDatabase database, Connection connection, Comparison comparison) {
    this.app = app;
    this.database = database;
    this.connection = connection;
    this.comparison = comparison.with(3, 1);
  }

  void compare(Path ids) throws SQLException, InterruptedException {
    keys();
    changes(ids);
    export(ids);
    imports(ids);
  }

  private void keys() throws SQLException, InterruptedException {
    comparison.row(
        "a call, signed by a key", () -> signed(true), "by a token", () -> signed(false), "≥ 0.95");
  }

  private Load signed(boolean byKey) throws InterruptedException {
    String token = signIn();
    String call = app.get("/api/calls?limit=1&region=EMEA", token).at("/items/0/id").asString();
    List<String> created = new ArrayList<>();
    List<String> credentials = new ArrayList<>(Collections.nCopies(byKey ? 0 : KEYS, token));
    for (int i = 0; byKey && i < KEYS; i++) {
      var key =
          Server.json(
              app.send(
                  "POST",
                  "/api/keys",
                  token,
                  """
                  {"name": "Load test", "scopes": ["calls:read"], "region": "EMEA", "requestsPerMinute": 60000}
                  """),
              201);
      created.add(key.path("id").asString());
      credentials.add(key.path("key").asString());
    }
    Path file = fileOf(credentials);
    var requests = app.address().resolve("/api/calls/" + call);
    var load = new Wrk(32, requests, "", 1, true, List.of("signed", file.toString()));
    return new Load() {
      @Override
      public double run(Duration time) throws InterruptedException {
        return load.run(time);
      }

      @Override
      public void close() {
        created.forEach(id -> revoke(id, token));
      }
    };
  }

  private void revoke(String id, String token) {
    try {
      app.send("DELETE", "/api/keys/" + id, token, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void changes(Path ids) throws SQLException, InterruptedException {
    String sql = ExportedCalls.WITH_NAMES + " WHERE c.id > ? ORDER BY c.id LIMIT " + PAGE;
    comparison.row(
        "pages of 1,000 changes",
        () -> new Feed(app, signIn()),
        "by primary key",
        () -> new JdbcLoad(database, 1, sql, LookUps.of(ids)),
        "≥ 0.5");
    comparison.row(
        "page 1,000 of changes", () -> page(rows / PAGE - 1), "page 1", () -> page(0), "≥ 0.8");
  }

  private Load page(int skipped) throws InterruptedException {
    String token = signIn();
    var address = app.address().resolve(Feed.page(new Feed(app, token).cursorAfter(skipped)));
    return new Wrk(1, address, token, 1, true, List.of("get"));
  }

  private void export(Path ids) throws SQLException, InterruptedException {
    var calls = ExportedCalls.latest(connection, rows);
    comparison.row(
        "calls exported as CSV",
        () -> calls.download(app, signIn()),
        "COPY through psql",
        () -> calls.copy(database),
        "≥ 0.5");
    slowed("an export", ids, () -> calls.download(app, signIn()));
  }

  private void imports(Path ids) throws SQLException, InterruptedException {
    comparison
        .with(2, 0)
        .row(
            "calls imported",
            () -> ImportedCalls.byApplication(connection, rows, app, signIn()),
            "COPY into the table",
            () -> ImportedCalls.byCopy(connection, rows),
            "≥ 0.5");
    slowed("an import", ids, () -> ImportedCalls.byApplication(connection, rows, app, signIn()));
  }

  private void slowed(String name, Path ids, Comparison.Preparation work)
      throws SQLException, InterruptedException {
    if (!("during " + name).contains(comparison.only())) {
      return;
    }
    try (Load load = work.prepare()) {
      new SlowedRequests(app, signIn()).print(name, load, ids);
    } catch (Refused e) {
      System.out.printf("| during %s | | left out: %s | ≤ 2 |%n", name, e.getMessage());
    }
  }

  private String signIn() throws InterruptedException {
    return app.signIn(Server.adminEmail());
  }

  private static Path fileOf(List<String> lines) {
    try {
      Path file = Files.createTempFile("credentials", ".txt");
      file.toFile().deleteOnExit();
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
