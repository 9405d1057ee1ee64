package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Processes;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes of the previous release and of this one run side by side on one database and one Redis, as
 * during a rolling upgrade. The jar of the previous release is made by {@code
 * .ci/previous-release}.
 */
@Tag("rolling-upgrade")
class RollingUpgradeIT {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

  @TempDir private Path directory;

  private final Services services = Services.running();
  private final String url = services.createDatabase("rolling_upgrade");
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void kill() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void nodes_of_both_releases_work_on_the_same_data() throws Exception {
    Api previous = start("previous", "calllog.previous-jar");
    String before = schemaVersion();
    Account manager = new Accounts(previous).manager(Accounts.newRegion());
    Work first = Work.at(previous, manager);

    Api current = start("current", "calllog.jar");
    assertThat(schemaVersion()).as("the schema of this release").isNotEqualTo(before);
    first.continueAt(current);
    Work.at(previous, manager).continueAt(current);
    Work.at(current, manager).continueAt(previous);

    // A node of the previous release that is started on the new schema, for example to go back.
    Api restarted = start("restarted", "calllog.previous-jar");
    Work.at(current, manager).continueAt(restarted);
    Work.at(restarted, manager).continueAt(current);

    shareSessions(previous, current);
    shareSessions(current, previous);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    shareReports(previous, current, manager, today.minusDays(1));
    shareReports(current, previous, manager, today.minusDays(2));
    for (String node : List.of("previous", "current", "restarted")) {
      assertThat(Files.readAllLines(log(node)))
          .as(node)
          .noneMatch(line -> line.contains(" ERROR "));
    }
  }

  /** The records that a node has added, one of each kind. */
  private record Work(
      Account account, String client, String call, Answer officer, String key, String cursor) {

    static Work at(Api node, Account account) {
      Api api = node.as(account.token());
      Api admin = new Accounts(node).admin().api();
      var known = Samples.client("company", "Ludgate & Sons", "phone", "+442079460958");
      String client = api.post("/api/clients", known).expect(201).id();
      var call =
          Samples.call(
              "id",
              Samples.callId(Instant.now()),
              "startedAt",
              Instant.now().toString(),
              "clientId",
              client,
              "comment",
              "Hello");
      String id = api.post("/api/calls", call).expect(201).id();
      api.post("/api/calls", call).expect(200);
      api.patch("/api/calls/" + id, Api.json("comment", "Changed")).expect(200);
      var another =
          Samples.call(
              "id",
              Samples.callId(Instant.now()),
              "startedAt",
              Instant.now().toString(),
              "clientId",
              client);
      var batch = Api.json("calls", List.of(another, call));
      api.post("/api/calls/batch", batch).expect(200);
      var officer = Samples.officer("region", account.region());
      return new Work(
          account,
          client,
          id,
          admin.post("/api/officers", officer).expect(201),
          new Accounts(node).key(account.region(), "calls:write", "calls:read").token(),
          api.get("/api/changes?limit=1000").expect(200).text("/nextCursor"));
    }

    /** Reads, changes and deletes the records at another node. */
    void continueAt(Api node) {
      Api api = node.as(account.token());
      Api admin = new Accounts(node).admin().api();
      assertThat(api.get("/api/calls/" + call).expect(200).text("/comment")).isEqualTo("Changed");
      assertThat(api.get("/api/clients/" + client).expect(200).at("/totals/calls").intValue())
          .isEqualTo(2);
      for (String list :
          List.of(
              "/api/calls?count=true&clientId=" + client,
              "/api/calls/" + call + "/revisions",
              "/api/clients?q=ludgate&count=true",
              "/api/clients/" + client + "/calls",
              "/api/officers/" + account.id(),
              "/api/regions",
              "/api/analytics/calls-per-officer-per-day",
              "/api/analytics/summary.csv")) {
        api.get(list).expect(200);
      }
      assertThat(admin.get("/api/audit?subjectId=" + client).expect(200).at("/items")).isNotEmpty();
      admin.get("/api/audit?limit=200").expect(200);
      admin.get("/api/jobs").expect(200);
      api.patch("/api/calls/" + call, Api.json("comment", "Again")).expect(200);
      api.patch("/api/clients/" + client, Api.json("company", null)).expect(200);
      api.get("/api/changes?cursor=" + cursor).expect(200);
      node.as(key).post("/api/calls", Samples.call("officerId", account.id())).expect(201);
      String person = "/api/officers/" + officer.id();
      admin.ifMatch(officer.etag()).patch(person, Api.json("phone", "+442079460000")).expect(200);
      String file = "name,phone\nImported %s,\n".formatted(Accounts.unique());
      Answer sent = admin.send("POST", "/api/imports?kind=clients", "text/csv", file).expect(202);
      await()
          .atMost(LONG_ENOUGH)
          .until(() -> admin.get("/api/imports/" + sent.id()).text("/state").equals("DONE"));
      api.delete("/api/calls/" + call).expect(204);
      admin.post("/api/clients/" + client + "/erase", Api.json()).expect(204);
      admin.delete(person).expect(204);
      var days = Api.json("from", today(-2), "to", today(2));
      assertThat(admin.post("/api/admin/analytics/verify", days).expect(200).at("/differences"))
          .isEmpty();
    }

    private static String today(int plus) {
      return Instant.now().plus(Duration.ofDays(plus)).toString().substring(0, 10);
    }
  }

  /** Signs in at one node, and refreshes and ends the session at the other node. */
  private static void shareSessions(Api one, Api other) {
    Account account = new Accounts(one).officer(Accounts.newRegion());
    var token = Api.json("refreshToken", account.refreshToken());
    Answer fresh = other.post("/api/auth/refresh", token).expect(200);
    Api here = one.as(fresh.text("/accessToken"));
    here.get("/api/auth/profile").expect(200);
    other
        .as(fresh.text("/accessToken"))
        .post("/api/auth/logout", Api.json("refreshToken", fresh.text("/refreshToken")))
        .expect(204);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> here.get("/api/auth/profile").status() == 401);
  }

  /** Both nodes return the same report, computed or cached. */
  private static void shareReports(Api one, Api other, Account reader, LocalDate from) {
    String report = "/api/analytics/volumes?from=%s&to=%s".formatted(from, from.plusDays(4));
    Answer computed = one.as(reader.token()).get(report).expect(200);
    Answer read = other.as(reader.token()).get(report).expect(200);
    assertThat(computed.at("/total/calls").asInt()).isPositive();
    assertThat(read.at("/total")).isEqualTo(computed.at("/total"));
  }

  private String schemaVersion() throws SQLException {
    try (var connection = DriverManager.getConnection(url, services.user(), services.password());
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")) {
      row.next();
      return row.getString(1);
    }
  }

  private Path log(String name) {
    return directory.resolve(name + ".log");
  }

  private Api start(String name, String jar) throws IOException {
    Process process =
        Processes.node(
                directory,
                List.of("-XX:TieredStopAtLevel=1"),
                Path.of(Objects.requireNonNull(System.getProperty(jar), "set by .ci/run: " + jar)),
                OwnApplication.settings(services, url, OwnApplication.firstAdmin()))
            .redirectOutput(log(name).toFile())
            .start();
    started.add(process);
    await().atMost(LONG_ENOUGH).until(() -> !process.isAlive() || port(name).find());
    Matcher port = port(name);
    assertThat(port.find()).as(Files.readString(log(name))).isTrue();
    return Api.at(URI.create("http://127.0.0.1:" + port.group(1)));
  }

  private Matcher port(String name) throws IOException {
    return STARTED.matcher(Files.readString(log(name)));
  }
}
