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
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * Old months of calls are exported and dropped, by a role with the rights of the runbook, and
 * restored by the owner.
 */
@TestMethodOrder(OrderAnnotation.class)
class RetentionApiIT {

  private static final Services SERVICES = Services.running();
  private static final String URL = SERVICES.createDatabase("retention");
  private static final String ROLE = "calllog_retention";
  private static final int MONTHS = 3;

  @SuppressWarnings("TimeInStaticInitializer") // All tests are about the same months.
  private static final YearMonth FIRST_KEPT = YearMonth.now(UTC).minusMonths(MONTHS);

  private static final Instant SINCE = startOf(FIRST_KEPT);
  private static final String COMMENT = "Said \"maybe\", and\nlater: no, thanks \uD83D\uDE00";

  private static final String DUE =
      "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'past-calls'";

  @TempDir private static Path directory;

  private static OwnApplication application;
  private static Account officer;
  private static String client;
  private static Answer clientBefore;
  private static final Map<String, String> CALLS = new TreeMap<>();
  private static List<String> figuresBefore;

  @BeforeAll
  static void drop_months() throws SQLException, IOException {
    try (var all =
        OwnApplication.start(OwnApplication.settings(SERVICES, URL, OwnApplication.firstAdmin()))) {
      officer = new Accounts(all.api()).officer(Accounts.newRegion());
      client = officer.api().post("/api/clients", Samples.wholeClient()).expect(201).id();
      log("very old", Instant.now().minus(Duration.ofDays(700)), null);
      log("old", startOf(FIRST_KEPT.minusMonths(1)).plusSeconds(3600), null);
      log("dropped edge", SINCE.plus(Duration.ofHours(2)), SINCE.minus(Duration.ofHours(2)));
      log("kept edge", SINCE.minus(Duration.ofHours(2)), SINCE.plus(Duration.ofHours(2)));
      log("new", Instant.now().minusSeconds(60), null);
      String deleted = log("deleted", startOf(FIRST_KEPT.minusMonths(1)).plusSeconds(7200), null);
      officer.api().delete("/api/calls/" + deleted).expect(204);
      figuresBefore = figures(officer.api());
      clientBefore = officer.api().get("/api/clients/" + client);
    }
    SERVICES.execute(
        "postgres",
        "DO $$ BEGIN IF to_regrole('%1$s') IS NULL THEN CREATE ROLE %1$s LOGIN PASSWORD 'x'; END IF; END $$"
            .formatted(ROLE));
    owner(grants().replace("calllog_app", ROLE));
    application =
        OwnApplication.start(
            OwnApplication.settings(
                SERVICES,
                URL,
                "spring.datasource.username=" + ROLE,
                "spring.datasource.password=x",
                "spring.flyway.user=" + SERVICES.user(),
                "spring.flyway.password=" + SERVICES.password(),
                "calllog.retention.months=" + MONTHS,
                "calllog.retention.directory=" + directory));
    owner(DUE);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !officer().get("/api/calls").header("Calls-Kept-Since").isEmpty());
    assertThat(files()).isEmpty(); // only announced
    owner("UPDATE past_months SET announced_at = now() - interval '2 minutes'");
    Files.delete(directory);
    owner(DUE);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            query("SELECT last_error FROM scheduled_tasks WHERE task_name = 'past-calls'").stream()
                .anyMatch(error -> error != null && error.contains("NoSuchFile")));
    assertThat(query("SELECT count(dropped_at) FROM past_months")).containsExactly("0");
    Files.createDirectory(directory);
    try (var connection = DriverManager.getConnection(URL, SERVICES.user(), SERVICES.password());
        var reader = connection.createStatement()) {
      connection.setAutoCommit(false);
      reader.execute("SELECT FROM calls");
      owner(DUE);
      await().atMost(Duration.ofSeconds(30)).until(RetentionApiIT::waitsForReader);
      await().until(() -> !waitsForReader());
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            query("SELECT count(*) FROM past_months WHERE dropped_at IS NULL")
                .equals(List.of("0")));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  @Order(1)
  void exports_each_month_with_its_checksum() throws Exception {
    List<String> dropped = query("SELECT partition FROM past_months ORDER BY ends");
    assertThat(dropped)
        .hasSize(1 + 12 - MONTHS)
        .last()
        .asString()
        .endsWith(FIRST_KEPT.minusMonths(1).toString().replace('-', '_'));
    for (String partition : dropped) {
      Path file = directory.resolve(partition + ".csv.gz");
      String sha256 =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
      assertThat(query("SELECT sha256 FROM past_months WHERE partition = '" + partition + "'"))
          .containsExactly(sha256);
      assertThat(directory.resolve(partition + ".csv.gz.sha256"))
          .hasContent(sha256 + "  " + partition + ".csv.gz");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(query("SELECT to_regclass('" + partition + "')")).containsOnlyNulls();
    }
    assertThat(files()).hasSize(2 * dropped.size());
    assertThat(query("SELECT calls FROM past_months ORDER BY ends DESC LIMIT 1"))
        .containsExactly("3");
  }

  @Test
  @Order(1)
  void answers_say_since_when_calls_are_kept() {
    Api api = officer();
    for (String past : List.of("very old", "old", "dropped edge", "deleted")) {
      String path = "/api/calls/" + CALLS.get(past);
      api.get(path).expectProblem(410, "not-kept");
      api.patch(path, Api.json("comment", "Late")).expectProblem(410, "not-kept");
      api.delete(path).expectProblem(410, "not-kept");
    }
    api.get("/api/calls?to=" + SINCE).expectProblem(410, "not-kept");
    Answer all = api.get("/api/calls").expect(200);
    assertThat(all.header("Calls-Kept-Since")).isEqualTo(SINCE.toString());
    assertThat(all.at("/items").valueStream().map(call -> call.path("id").asString()))
        .containsExactly(CALLS.get("new"), CALLS.get("kept edge"));
    assertThat(api.with("Accept", "text/csv").get("/api/calls").expect(200).body())
        .contains(CALLS.get("new"))
        .doesNotContain(CALLS.get("old"));
    api.get("/api/calls?from=2001-01-01&sort=startedAt&count=true").expect(200);
  }

  @Test
  @Order(1)
  void old_calls_cannot_be_added() {
    Api api = officer();
    Instant start = SINCE.minusSeconds(1);
    Answer refused =
        api.post("/api/calls", Samples.call("startedAt", start.toString()))
            .expectProblem(400, "invalid-input");
    assertThat(refused.text("/errors/0/code")).isEqualTo("not-kept");
    Instant now = Instant.now();
    var calls =
        List.of(
            Samples.call("id", Samples.callId(start), "startedAt", start.toString()),
            Samples.call("id", Samples.callId(now), "startedAt", now.toString()));
    Answer batch = api.post("/api/calls/batch", Api.json("calls", calls)).expect(200);
    assertThat(batch.text("/results/0/status")).isEqualTo("refused");
    assertThat(batch.text("/results/1/status")).isEqualTo("created");
    api.delete("/api/calls/" + batch.text("/results/1/call/id")).expect(204);

    String file =
        "officerId,type,outcome,durationSeconds,startedAt\n%s,OUTGOING,BUSY,0,%s\n"
            .formatted(officer.id(), start);
    Api admin = admin();
    String imported =
        "/api/imports/"
            + admin.send("POST", "/api/imports?kind=calls", "text/csv", file).expect(202).id();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.get(imported).text("/state").equals("DONE"));
    assertThat(admin.get(imported + "/rejected").body()).contains("older calls are no longer kept");
  }

  @Test
  @Order(1)
  void figures_stay_and_can_be_counted_again() throws SQLException {
    assertThat(figures(officer())).isEqualTo(figuresBefore);
    Answer details = officer().get("/api/clients/" + client).expect(200);
    assertThat(details.at("/totals")).isEqualTo(clientBefore.at("/totals"));
    var days =
        Api.json(
            "from",
            SINCE.minus(Duration.ofDays(40)).toString().substring(0, 10),
            "to",
            SINCE.plus(Duration.ofDays(5)).toString().substring(0, 10));
    for (String work : List.of("verify", "rebuild")) {
      assertThat(admin().post("/api/admin/analytics/" + work, days).expect(200).at("/differences"))
          .isEmpty();
    }
    // The figures of a day are wrong, and are counted from the past.
    owner(
        "UPDATE officer_days SET other_calls = 7 WHERE day BETWEEN date '%1$s' - 35 AND '%1$s'"
            .formatted(SINCE.toString().substring(0, 10)));
    assertThat(admin().post("/api/admin/analytics/rebuild", days).expect(200).at("/differences"))
        .isNotEmpty();
    owner("SELECT count(*) FROM rebuild_client_totals()");
    assertThat(query("SELECT count(*) FROM client_total_differences()")).containsExactly("0");
  }

  @Test
  @Order(1)
  void the_last_call_of_a_client_may_be_a_past_one() throws SQLException {
    owner(
        "BEGIN",
        "DELETE FROM calls",
        """
        DO $$ BEGIN
          IF (SELECT count(*) FROM client_totals WHERE calls > 0 AND last_call_at IS NULL) > 0
              OR (SELECT count(*) FROM client_total_differences()) > 0 THEN
            RAISE EXCEPTION 'not the last call';
          END IF;
        END $$
        """,
        "ROLLBACK");
  }

  @Test
  @Order(1)
  void administrators_see_what_was_dropped() {
    Answer trail = admin().get("/api/audit?action=CALLS_DROPPED").expect(200);
    assertThat(trail.at("/items")).hasSize(1 + 12 - MONTHS);
    assertThat(trail.at("/items/0/changes").toString()).contains("sha256").contains(".csv.gz");
    assertThat(admin().get("/api/jobs").expect(200).body()).contains("past-calls");
  }

  @Test
  @Order(2)
  void months_are_restored_as_they_were() throws Exception {
    application.close();
    for (String partition : query("SELECT partition FROM past_months ORDER BY ends DESC")) {
      restore(partition);
    }
    application = OwnApplication.start(OwnApplication.settings(SERVICES, URL));
    Answer all = officer().get("/api/calls").expect(200);
    assertThat(all.header("Calls-Kept-Since")).isEmpty();
    assertThat(all.at("/items")).hasSize(5);
    Answer old = officer().get("/api/calls/" + CALLS.get("old")).expect(200);
    assertThat(old.text("/comment")).isEqualTo(COMMENT);
    officer().patch("/api/calls/" + CALLS.get("very old"), Api.json("comment", null)).expect(200);
    officer().get("/api/calls/" + CALLS.get("deleted")).expect(404);
    assertThat(figures(officer())).isEqualTo(figuresBefore);
    assertThat(query("SELECT count(*) FROM past_officer_days")).containsExactly("0");
    assertThat(query("SELECT count(*) FROM client_total_differences()")).containsExactly("0");
    officer().delete("/api/calls/" + CALLS.get("old")).expect(204); // triggers of the partition
    assertThat(figures(officer())).isNotEqualTo(figuresBefore);
  }

  private static boolean waitsForReader() throws SQLException {
    return !query("SELECT pid FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted")
        .isEmpty();
  }

  private static String log(String name, Instant start, @Nullable Instant timeOfId) {
    String id = Samples.callId(timeOfId == null ? start : timeOfId);
    var call =
        Samples.call(
            "id", id, "startedAt", start.toString(), "clientId", client, "comment", COMMENT);
    officer.api().post("/api/calls", call).expect(201);
    CALLS.put(name, id);
    return id;
  }

  private static List<String> figures(Api api) {
    String range =
        "?from=%s&to=%s"
            .formatted(
                Instant.now().minus(Duration.ofDays(720)).toString().substring(0, 10),
                Instant.now().plus(Duration.ofDays(1)).toString().substring(0, 10));
    List<String> figures = new ArrayList<>();
    for (String report : List.of("outcomes", "types", "summary")) {
      Api fresh = api.with("Cache-Control", "no-cache");
      figures.add(fresh.get("/api/analytics/" + report + ".csv" + range).expect(200).body());
    }
    return figures;
  }

  /** As restore-month.sh does. */
  private static void restore(String partition) throws SQLException, IOException {
    owner("SELECT prepare_past_month('" + partition + "')");
    try (var connection = DriverManager.getConnection(URL, SERVICES.user(), SERVICES.password());
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
    owner("SELECT restore_past_month('" + partition + "')");
  }

  private static Api officer() {
    return new Accounts(application.api()).signIn(officer.email(), officer.password()).api();
  }

  private static Api admin() {
    return new Accounts(application.api()).admin().api();
  }

  private static List<String> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Instant startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(UTC).toInstant();
  }

  /** With those of optional settings, which are comments. */
  private static String grants() throws IOException {
    return Files.readString(Path.of("../deploy/runbooks/grants.sql"))
        .replaceAll("(?m)^-- (GRANT|    TO)", "$1");
  }

  private static void owner(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection(URL, SERVICES.user(), SERVICES.password());
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> query(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(URL, SERVICES.user(), SERVICES.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
