package io.calllog.api.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An application that has exported and dropped its old months of calls, with a role that has the
 * rights of the runbook.
 */
final class DroppedMonths {

  static final int MONTHS = 3;

  @SuppressWarnings("TimeInStaticInitializer") // All tests are about the same months.
  static final YearMonth FIRST_KEPT = YearMonth.now(UTC).minusMonths(MONTHS);

  static final Instant SINCE = startOf(FIRST_KEPT);
  static final String COMMENT = "Said \"maybe\", and\nlater: no, thanks \uD83D\uDE00";

  private static final String ROLE = "calllog_retention";

  private static final String DUE =
      "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'past-calls'";

  private final Services services = Services.running();
  private final String url = services.createDatabase("retention");
  private final JdbcTemplate owner =
      new JdbcTemplate(new DriverManagerDataSource(url, services.user(), services.password()));
  private final Map<String, String> calls = new HashMap<>();
  private final Path directory;
  private final Account officer;
  private final String client;
  private final Answer clientBefore;
  private final List<String> figuresBefore;
  private OwnApplication application;

  private DroppedMonths(Path directory) {
    this.directory = directory;
    application =
        OwnApplication.start(OwnApplication.settings(services, url, OwnApplication.firstAdmin()));
    officer = new Accounts(application.api()).officer(Accounts.newRegion());
    client = officer.api().post("/api/clients", Samples.wholeClient()).expect(201).id();
    log("very old", Instant.now().minus(Duration.ofDays(700)), null);
    log("old", startOf(FIRST_KEPT.minusMonths(1)).plusSeconds(3600), null);
    log("dropped edge", SINCE.plus(Duration.ofHours(2)), SINCE.minus(Duration.ofHours(2)));
    log("kept edge", SINCE.minus(Duration.ofHours(2)), SINCE.plus(Duration.ofHours(2)));
    log("new", Instant.now().minusSeconds(60), null);
    log("deleted", startOf(FIRST_KEPT.minusMonths(1)).plusSeconds(7200), null);
    officer.api().delete("/api/calls/" + call("deleted")).expect(204);
    figuresBefore = figures();
    clientBefore = officer.api().get("/api/clients/" + client);
    application.close();
  }

  /**
   * Logs calls, exports the old months to a directory, and drops them.
   *
   * @param directory must be empty
   */
  static DroppedMonths in(Path directory) throws Exception {
    var months = new DroppedMonths(directory);
    months.startWithRetention();
    months.drop();
    return months;
  }

  private void startWithRetention() throws IOException {
    services.execute(
        "postgres",
        "DO $$ BEGIN IF to_regrole('%1$s') IS NULL THEN CREATE ROLE %1$s LOGIN PASSWORD 'x'; END IF; END $$"
            .formatted(ROLE));
    execute(grants().replace("calllog_app", ROLE));
    application =
        OwnApplication.start(
            OwnApplication.settings(
                services,
                url,
                "spring.datasource.username=" + ROLE,
                "spring.datasource.password=x",
                "spring.flyway.user=" + services.user(),
                "spring.flyway.password=" + services.password(),
                "calllog.retention.months=" + MONTHS,
                "calllog.retention.directory=" + directory));
  }

  /**
   * The job announces the months, and cannot export them without the directory. Then it can, but
   * cannot drop the first one while a transaction reads it.
   */
  private void drop() throws Exception {
    execute(DUE);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !officer().get("/api/calls").header("Calls-Kept-Since").isEmpty());
    assertThat(files()).as("only announced").isEmpty();
    execute("UPDATE past_months SET announced_at = now() - interval '2 minutes'");
    Files.delete(directory);
    execute(DUE);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            query("SELECT last_error FROM scheduled_tasks WHERE task_name = 'past-calls'").stream()
                .anyMatch(error -> error != null && error.contains("NoSuchFile")));
    assertThat(query("SELECT count(dropped_at) FROM past_months")).containsExactly("0");
    Files.createDirectory(directory);
    try (var connection = DriverManager.getConnection(url, services.user(), services.password());
        var reader = connection.createStatement()) {
      connection.setAutoCommit(false);
      reader.execute("SELECT FROM calls");
      execute(DUE);
      await().atMost(Duration.ofSeconds(30)).until(this::dropWaits);
      await().until(() -> !dropWaits());
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            query("SELECT count(*) FROM past_months WHERE dropped_at IS NULL")
                .equals(List.of("0")));
  }

  private boolean dropWaits() {
    return !query("SELECT pid FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted")
        .isEmpty();
  }

  /** Starts the application without the setting. */
  void startWithoutRetention() {
    application = OwnApplication.start(OwnApplication.settings(services, url));
  }

  void stop() {
    application.close();
  }

  /** The officer who has logged all calls. */
  Api officer() {
    return new Accounts(application.api()).signIn(officer.email(), officer.password()).api();
  }

  String officerId() {
    return officer.id();
  }

  Api admin() {
    return new Accounts(application.api()).admin().api();
  }

  /** The client of all calls. */
  String client() {
    return client;
  }

  /** The details of the client before months were dropped. */
  Answer clientBefore() {
    return clientBefore;
  }

  /** The id of the call with this name. */
  String call(String name) {
    return Objects.requireNonNull(calls.get(name), name);
  }

  /** Reports in CSV, without a cache. */
  List<String> figures() {
    String range =
        "?from=%s&to=%s"
            .formatted(
                Instant.now().minus(Duration.ofDays(720)).toString().substring(0, 10),
                Instant.now().plus(Duration.ofDays(1)).toString().substring(0, 10));
    List<String> figures = new ArrayList<>();
    for (String report : List.of("outcomes", "types", "summary")) {
      Api fresh = officer().with("Cache-Control", "no-cache");
      figures.add(fresh.get("/api/analytics/" + report + ".csv" + range).expect(200).body());
    }
    return figures;
  }

  /** The reports before months were dropped. */
  List<String> figuresBefore() {
    return figuresBefore;
  }

  /** The names of the exported files. */
  List<String> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Restores a month, as restore-month.sh does. */
  void restore(String partition) throws SQLException, IOException {
    execute("SELECT prepare_past_month('" + partition + "')");
    try (var connection = DriverManager.getConnection(url, services.user(), services.password());
        var rows =
            new GZIPInputStream(Files.newInputStream(directory.resolve(partition + ".csv.gz")))) {
      byte[] all = rows.readAllBytes();
      String text = new String(all, UTF_8);
      String columns = text.substring(0, text.indexOf('\n'));
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY %s (%s) FROM STDIN (FORMAT csv, HEADER match)".formatted(partition, columns),
              new ByteArrayInputStream(all));
    }
    execute("SELECT restore_past_month('" + partition + "')");
  }

  /** Executes SQL as the owner of the database. */
  void execute(String sql) {
    owner.execute(sql);
  }

  /** The partitions that were dropped, oldest first. */
  List<String> partitions() {
    return owner.query(
        "SELECT partition FROM past_months ORDER BY ends", (row, _) -> row.getString(1));
  }

  /** The first column of the rows, read as the owner of the database. */
  List<@Nullable String> query(String sql) {
    return owner.queryForList(sql, String.class);
  }

  private void log(String name, Instant start, @Nullable Instant timeOfId) {
    String id = Samples.callId(timeOfId == null ? start : timeOfId);
    var call =
        Samples.call(
            "id", id, "startedAt", start.toString(), "clientId", client, "comment", COMMENT);
    officer.api().post("/api/calls", call).expect(201);
    calls.put(name, id);
  }

  private static Instant startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(UTC).toInstant();
  }

  /** The grants of the runbook, with the commented ones for optional settings. */
  private static String grants() throws IOException {
    return Files.readString(Path.of("../deploy/runbooks/grants.sql"))
        .replaceAll("(?m)^-- (GRANT|    TO)", "$1");
  }
}
