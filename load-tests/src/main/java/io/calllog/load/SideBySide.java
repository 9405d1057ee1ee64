package io.calllog.load;

import io.calllog.load.data.DataSet;
import io.calllog.load.data.MeasuredRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Compares the running application with the least that is necessary for the same result: PostgreSQL
 * without an application, and Spring MVC without filters. {@code -Drounds} (default 5) rounds of
 * {@code -Dseconds} (5) of each, after two of both for warming up. {@code -Dbaseline} and {@code
 * -DbaselineUrl} also compare with another build on a database of its own.
 */
public final class SideBySide {

  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final int SESSIONS = 32;
  private static final int CALLS_IN_BATCH = 500;
  private final LocalDatabase database;
  private final Connection connection;
  private final Server app;
  private final Comparison comparison;
  private String token = "";
  private Server baseline;
  private Server hello;

  private SideBySide(LocalDatabase database, Connection connection) {
    this.database = database;
    this.connection = connection;
    this.app = Server.running();
    this.comparison =
        new Comparison(
            Duration.ofSeconds(Settings.number("seconds", 5)),
            Settings.number("rounds", 5),
            2,
            Settings.text("only", ""));
  }

  public static void main(String[] arguments) {
    Program.start(SideBySide::run);
  }

  private static void run() throws SQLException, InterruptedException {
    Machine.describe();
    var database = LocalDatabase.configured();
    try (Connection connection = database.connect()) {
      if (DataSet.find(connection) == null) {
        throw new Refused("%s was not filled by exec:exec@generate".formatted(database));
      }
      LoggedCalls.deleteAtEnd(database);
      new SideBySide(database, connection).compare();
    }
    Machine.describe();
  }

  private void compare() throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    MeasuredRows.letSignIn(connection, Server.adminEmail());
    promote(app, "{\"role\": \"MANAGER\", \"leads\": [\"AMER\", \"ANZ\", \"APAC\", \"EMEA\"]}");
    String many = MeasuredRows.client(connection, 500_000);
    String few = MeasuredRows.client(connection, 50);
    Path ids = MeasuredRows.fileOfSomeCalls(connection);
    connection.setAutoCommit(true);

    wrk(List.of("mixed", ids.toString())).run(WARM_UP);
    comparison.printHeader();
    writes();
    comparison.row(
        "GET /api/calls/{id}",
        () -> wrk(List.of("look-ups", ids.toString())),
        "JDBC",
        () -> new JdbcLoad(database, SESSIONS, LookUps.SQL, LookUps.of(ids)),
        "≥ 0.6");
    pagesAgainstBaseline();
    comparison.row("page 1", () -> get(page(0)), "page 10,000", () -> get(page(499_950)), "≤ 1.2");
    againstHello("volumes of 30 days", "/api/analytics/volumes", true);
    LocalDate today = LocalDate.now();
    String year = "/api/analytics/volumes?from=%s&to=%s".formatted(today.minusYears(1), today);
    againstHello("volumes of a year", year, true);
    againstHello("any address, signed in", "/api/nothing", false);
    comparison.row(
        "client of 50 calls",
        () -> get("/api/clients/" + few),
        "client of 500,000 calls",
        () -> get("/api/clients/" + many),
        "≤ 1.3");
    triggers("INSERT with triggers, 500 officers", 500, "≥ 0.85");
    triggers("INSERT with triggers, one officer", 1, "≥ 0.8");
    hours("INSERT", () -> inserts(16, 500, LoggedCalls.COMMENT));
    hours("POST /api/calls", () -> wrk(List.of("calls", "500")));
    hours("calls by POST /api/calls/batch", this::batches);
    new WorkingDay(app, comparison).compare();
    new ManyRows(app, database, connection, comparison).compare(ids);
  }

  private void writes() throws SQLException, InterruptedException {
    comparison.row(
        "POST /api/calls, 500 officers",
        () -> wrk(List.of("calls", "500")),
        "JDBC",
        () -> inserts(SESSIONS, 500, LoggedCalls.COMMENT),
        "≥ 1.2");
    comparison.row(
        "POST /api/calls, one officer",
        () -> wrk(List.of("calls", "1")),
        "500 officers",
        () -> wrk(List.of("calls", "500")),
        "≥ 0.9");
    comparison.row(
        "calls by POST /api/calls/batch",
        this::batches,
        "JDBC",
        () -> inserts(SESSIONS, 500, LoggedCalls.COMMENT),
        "≥ 8");
  }

  private void pagesAgainstBaseline() throws SQLException, InterruptedException {
    page("officer", MeasuredRows.OFFICER);
    page("manager of 40 regions", MeasuredRows.MANAGER);
    page("administrator", Server.adminEmail());
  }

  private void page(String who, String email) throws SQLException, InterruptedException {
    comparison.row(
        "50 calls, " + who,
        () -> page(app, email),
        "earlier build",
        () -> page(baseline(), email),
        "≥ 5");
  }

  private static Load page(Server server, String email) throws InterruptedException {
    return Wrk.get(server.address().resolve("/api/calls?limit=50"), server.signIn(email));
  }

  private Server baseline() throws SQLException, InterruptedException {
    String jar = Settings.text("baseline", "");
    if (jar.isEmpty()) {
      throw new Refused("no --baseline");
    }
    if (baseline == null) {
      var other = LocalDatabase.at(Settings.text("baselineUrl", ""));
      try (Connection connection = other.connect()) {
        connection.setAutoCommit(false);
        MeasuredRows.letSignIn(connection, Server.adminEmail());
      }
      var environment =
          Map.of(
              "SPRING_DATASOURCE_URL",
              other.url(),
              "SPRING_DATA_REDIS_URL",
              System.getenv("SPRING_DATA_REDIS_URL") + "/1");
      baseline = Server.start(18_081, environment, List.of("-jar", jar)).awaitReady();
      promote(baseline, "{\"role\": \"MANAGER\", \"region\": \"\"}");
      page(baseline, MeasuredRows.MANAGER).run(WARM_UP);
    }
    return baseline;
  }

  /** Makes the officer a manager, who then sees the calls of all 40 regions. */
  private static void promote(Server server, String change) throws InterruptedException {
    String admin = server.signIn(Server.adminEmail());
    String id =
        server
            .get("/api/officers?limit=1&q=" + MeasuredRows.MANAGER, admin)
            .at("/items/0/id")
            .asString();
    Server.json(server.send("PATCH", "/api/officers/" + id, admin, change));
  }

  private void againstHello(String name, String path, boolean expected)
      throws SQLException, InterruptedException {
    comparison.row(
        name,
        () -> new Wrk(32, app.address().resolve(path), signIn(), 1, expected, List.of("get")),
        "hello",
        () -> {
          int size = app.send("GET", path, token, "").body().getBytes().length;
          return Wrk.get(hello().address().resolve("/hello/" + size), token);
        },
        "≥ 0.6");
  }

  private Server hello() throws InterruptedException {
    if (hello == null) {
      String classPath = System.getProperty("java.class.path");
      hello =
          Server.start(18_082, Map.of(), List.of("-cp", classPath, Hello.class.getName()))
              .await("/hello/1");
      Wrk.get(hello.address().resolve("/hello/1000"), "").run(WARM_UP);
    }
    return hello;
  }

  private void triggers(String name, int officers, String wanted)
      throws SQLException, InterruptedException {
    comparison.row(
        name,
        () -> withFigures(true, inserts(16, officers, LoggedCalls.COMMENT)),
        "without",
        () -> withFigures(false, inserts(16, officers, LoggedCalls.COMMENT_WITHOUT_TRIGGERS)),
        wanted);
  }

  private Load withFigures(boolean enabled, Load load) {
    return new WithTriggers(enabled, "calls", "USER", connection, load);
  }

  /** The calls are of the current day, whose hours are not kept. So none are wrong afterwards. */
  private void hours(String name, Comparison.Preparation load)
      throws SQLException, InterruptedException {
    comparison.row(
        name + ", with hours",
        () -> new WithTriggers(true, "officer_days", "forget_hours", connection, load.prepare()),
        "without",
        () -> new WithTriggers(false, "officer_days", "forget_hours", connection, load.prepare()),
        "≥ 0.95");
  }

  private JdbcLoad inserts(int sessions, int officers, String comment) throws SQLException {
    return new JdbcLoad(
        database, sessions, Inserts.SQL, new Inserts(connection, officers, comment));
  }

  private Load batches() throws InterruptedException {
    int status = app.send("POST", "/api/calls/batch", signIn(), "{}").statusCode();
    if (status == 404 || status == 405) {
      throw new Refused("this build has no batches");
    }
    return new Wrk(4, app.address(), token, CALLS_IN_BATCH, true, List.of("batch", "500"));
  }

  private Load wrk(List<String> requests) throws InterruptedException {
    return new Wrk(SESSIONS, app.address(), signIn(), 1, true, requests);
  }

  private Load get(String path) throws InterruptedException {
    return Wrk.get(app.address().resolve(path), signIn());
  }

  private String signIn() throws InterruptedException {
    token = app.signIn(Server.adminEmail());
    return token;
  }

  /** The path of the page after so many calls. */
  private String page(int calls) throws InterruptedException {
    String path = "/api/calls?limit=";
    String cursor = "";
    signIn();
    for (int left = calls; left > 0; left -= 150) {
      cursor = "&cursor=" + app.get(path + "150" + cursor, token).path("nextCursor").asString();
    }
    return path + "50" + cursor;
  }
}
