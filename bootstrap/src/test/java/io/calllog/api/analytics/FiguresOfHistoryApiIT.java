package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import io.calllog.api.analytics.Recount.Figures;
import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.application.client.view.CallCoverage;
import io.calllog.bootstrap.CommandConfiguration;
import io.calllog.bootstrap.command.Commands;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.client.CallInterval;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * After random changes of calls, in several time zones, every figure is equal to a recount, and the
 * list of calls that it links to has the same number of calls.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FiguresOfHistoryApiIT {

  private static final int WRITERS = 16;
  private static final int CHANGES = 60;
  private static final int DAYS = 7;
  private static final List<String> REGIONS = List.of("EMEA", "EMEA/UK", "EMEA/UK/London", "APAC");
  private static final List<String> OUTCOMES =
      List.of("SUCCESSFUL", "MISSED", "FOLLOW_UP", "NO_ANSWER", "BUSY", "OTHER");

  private final Services services = Services.running();
  private final String database = services.createDatabase("figures_of_history");
  private final List<UUID> officers = new ArrayList<>();
  private final List<UUID> clients = new ArrayList<>();
  private OwnApplication application;
  private Accounts accounts;

  @BeforeAll
  void start() {
    application =
        OwnApplication.start(
            OwnApplication.settings(services, database, OwnApplication.firstAdmin()));
    accounts = new Accounts(application.api());
    for (int i = 0; i < 12; i++) {
      Account officer = accounts.officer(REGIONS.get(i % REGIONS.size()));
      officers.add(UUID.fromString(officer.id()));
    }
    for (int i = 0; i < 60; i++) {
      var client =
          Api.json(
              "name",
              "Client " + i,
              "region",
              REGIONS.get(i % REGIONS.size()),
              "ownerId",
              i % 7 == 0 ? null : officers.get(i % officers.size()).toString(),
              "callEvery",
              "P%sD".formatted(1 + 100 * (i % 5)));
      Answer added = accounts.admin().api().post("/api/clients", client).expect(201);
      clients.add(UUID.fromString(added.id()));
    }
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/London,       2026-03-29T01:00:00Z, 2025-10-26T01:00:00Z",
    "America/New_York,    2026-03-08T07:00:00Z, 2025-11-02T06:00:00Z",
    "Asia/Kolkata,        2026-02-28T18:30:00Z, 2025-12-31T18:30:00Z",
    "Australia/Lord_Howe, 2026-04-04T15:00:00Z, 2025-10-04T15:30:00Z",
    "America/Havana,      2026-03-08T05:00:00Z, 2025-11-02T05:00:00Z",
    "Africa/Cairo,        2026-04-23T22:00:00Z, 2025-10-30T21:00:00Z",
    "America/Sao_Paulo,   2018-11-04T03:00:00Z, 2018-02-18T02:00:00Z",
  })
  void are_equal_to_a_recount_and_to_the_linked_lists(
      String zoneName, Instant clocksForward, Instant clocksBack) throws Exception {
    ZoneId zone = ZoneId.of(zoneName);
    try (Connection connection = connect()) {
      connection.createStatement().execute("DELETE FROM calls");
    }
    setTimeZone(zoneName);
    write(
        new History(officers, clients, regionKeys(), List.of(clocksForward, clocksBack)),
        zoneName.hashCode());

    Recount all;
    try (Connection connection = connect()) {
      all = Recount.of(connection, zone);
    }
    assertThat(all.calls()).hasSizeGreaterThan(500);
    Api admin = accounts.admin().api().with("Cache-Control", "no-cache");
    for (Instant centre : List.of(clocksForward, clocksBack)) {
      LocalDate day = LocalDate.ofInstant(centre, zone);
      check(admin, all, day.minusDays(3), day.minusDays(3).plusDays(DAYS));
    }
    keepHours();
    for (Instant centre : List.of(clocksForward, clocksBack)) {
      LocalDate from = LocalDate.ofInstant(centre, zone).minusDays(3);
      LocalDate to = from.plusDays(DAYS);
      checkHours(
          admin.get("/api/analytics/hours?from=%s&to=%s".formatted(from, to)).expect(200),
          all.where(c -> !c.day().isBefore(from) && c.day().isBefore(to)));
    }
    assertThatNothingDiffers(
        admin, LocalDate.ofInstant(clocksBack, zone), LocalDate.ofInstant(clocksForward, zone));
    setTimeZone(application.context().getBean(ReportingZone.class).toString()); // that of lists
    checkCoverage(admin);
  }

  @Test
  void are_verified_and_rebuilt_after_a_change_without_triggers() throws Exception {
    commandTimeZone("UTC");
    Api admin = accounts.admin().api();
    String id =
        admin
            .post(
                "/api/calls",
                Api.json(
                    "officerId",
                    officers.getFirst().toString(),
                    "type",
                    "OUTGOING",
                    "outcome",
                    "BUSY",
                    "durationSeconds",
                    10,
                    "startedAt",
                    "2026-01-15T12:00:00Z"))
            .expect(201)
            .id();
    try (Connection connection = connect()) {
      connection.createStatement().execute("ALTER TABLE calls DISABLE TRIGGER roll_up_updated");
      admin.patch("/api/calls/" + id, Api.json("durationSeconds", 15)).expect(200);
      connection.createStatement().execute("ALTER TABLE calls ENABLE TRIGGER roll_up_updated");
    }
    var range = Api.json("from", "2026-01-14", "to", "2026-01-17");

    Answer verified = admin.post("/api/admin/analytics/verify", range).expect(200);
    assertThat(verified.at("/days").intValue()).isEqualTo(3);
    assertThat(verified.at("/differences").valueStream().map(d -> d.at("/figure").asString()))
        .containsExactly("busySeconds", "outgoingSeconds");
    JsonNode first = verified.at("/differences/0");
    assertThat(first.at("/counted").intValue() - first.at("/kept").intValue()).isEqualTo(5);
    Answer rebuilt = admin.post("/api/admin/analytics/rebuild", range).expect(200);
    assertThat(rebuilt.at("/differences")).isEqualTo(verified.at("/differences"));
    assertThatNothingDiffers(admin, LocalDate.parse("2026-01-14"), LocalDate.parse("2026-01-16"));
  }

  private void check(Api admin, Recount all, LocalDate from, LocalDate to) {
    Recount range = all.where(c -> !c.day().isBefore(from) && c.day().isBefore(to));
    String query = "?from=%s&to=%s".formatted(from, to);

    Answer volumes = admin.get("/api/analytics/volumes" + query).expect(200);
    for (JsonNode day : volumes.at("/daily")) {
      LocalDate date = LocalDate.parse(day.at("/day").asString());
      assertFigures(admin, day, range.where(c -> c.day().equals(date)).figures());
    }
    assertThat(volumes.at("/daily").size()).isEqualTo(DAYS);
    for (JsonNode month : volumes.at("/monthly")) {
      YearMonth date = YearMonth.parse(month.at("/month").asString());
      assertFigures(admin, month, range.where(c -> YearMonth.from(c.day()).equals(date)).figures());
    }
    assertFigures(admin, volumes.at("/total"), range.figures());

    Answer times = admin.get("/api/analytics/call-time-per-officer" + query).expect(200);
    for (JsonNode item : times.at("/items")) {
      String officer = item.at("/officerId").asString();
      assertFigures(admin, item, range.where(c -> c.officer().equals(officer)).figures());
    }
    assertThat(sum(times.at("/items"), "/calls")).isEqualTo(range.calls().size());

    Answer perDay =
        admin.get("/api/analytics/calls-per-officer-per-day" + query + "&limit=200").expect(200);
    long counted = 0;
    for (JsonNode item : perDay.at("/items")) {
      String officer = item.at("/officerId").asString();
      for (JsonNode day : item.at("/days")) {
        LocalDate date = LocalDate.parse(day.at("/day").asString());
        Recount expected = range.where(c -> c.officer().equals(officer) && c.day().equals(date));
        assertCallsAndSeconds(admin, day, expected.figures());
        counted += day.at("/calls").longValue();
      }
    }
    assertThat(counted).isEqualTo(range.calls().size());

    Answer outcomes = admin.get("/api/analytics/outcomes" + query).expect(200);
    for (JsonNode item : outcomes.at("/items")) {
      String outcome = item.at("/outcome").asString();
      assertCallsAndSeconds(admin, item, range.where(c -> c.outcome().equals(outcome)).figures());
    }
    for (JsonNode day : outcomes.at("/daily")) {
      LocalDate date = LocalDate.parse(day.at("/day").asString());
      assertThat(day.at("/outcomes").valueStream().map(o -> o.at("/outcome").asString()))
          .isEqualTo(OUTCOMES.stream().toList());
      for (JsonNode item : day.at("/outcomes")) {
        String outcome = item.at("/outcome").asString();
        assertCallsAndSeconds(
            admin,
            item,
            range.where(c -> c.day().equals(date) && c.outcome().equals(outcome)).figures());
      }
    }

    Answer types = admin.get("/api/analytics/types" + query).expect(200);
    for (JsonNode item : types.at("/items")) {
      String type = item.at("/type").asString();
      assertCallsAndSeconds(admin, item, range.where(c -> c.type().equals(type)).figures());
    }
    assertThat(sum(types.at("/items"), "/calls")).isEqualTo(range.calls().size());

    Answer hours = admin.get("/api/analytics/hours" + query).expect(200);
    checkHours(hours, range);
    assertCalls(admin, hours.at("/total"), range.figures());

    Answer summary = admin.get("/api/analytics/summary" + query + "&compare=previous").expect(200);
    LocalDate before = from.minusDays(DAYS);
    Recount previous = all.where(c -> !c.day().isBefore(before) && c.day().isBefore(from));
    assertSummary(summary, "value", range);
    assertSummary(summary, "previous", previous);

    Recount uk =
        range.where(c -> c.region().equals("EMEA/UK") || c.region().startsWith("EMEA/UK/"));
    JsonNode ofUk =
        admin.get("/api/analytics/volumes" + query + "&region=EMEA/UK").expect(200).at("/total");
    assertFigures(admin, ofUk, uk.figures());
    checkHours(admin.get("/api/analytics/hours" + query + "&region=EMEA/UK").expect(200), uk);
    String officer = officers.getFirst().toString();
    checkHours(
        admin.get("/api/analytics/hours" + query + "&officerId=" + officer).expect(200),
        range.where(c -> c.officer().equals(officer)));
  }

  private static void checkHours(Answer hours, Recount expected) {
    assertThat(hours.at("/items").size()).isEqualTo(7 * 24);
    for (JsonNode item : hours.at("/items")) {
      String weekday = item.at("/weekday").asString();
      int hour = item.at("/hour").intValue();
      Figures figures =
          expected
              .where(c -> c.day().getDayOfWeek().name().equals(weekday) && c.hour() == hour)
              .figures();
      assertThat(item.at("/calls").longValue()).as("%s", item).isEqualTo(figures.calls());
      assertThat(item.at("/connected").longValue()).as("%s", item).isEqualTo(figures.connected());
      assertThat(item.at("/talkSeconds").longValue())
          .as("%s", item)
          .isEqualTo(figures.talkSeconds());
    }
  }

  /** The lists that the report links to are compared with the calls of each client. */
  private void checkCoverage(Api admin) throws SQLException {
    Answer coverage = admin.get("/api/analytics/coverage").expect(200);
    assertClients(admin, coverage.at("/total"));
    coverage.at("/items").forEach(item -> assertClients(admin, item));
    coverage.at("/regions").forEach(item -> assertClients(admin, item));
    for (String state : List.of("clients", "inTime", "late", "neverCalled")) {
      assertThat(sum(coverage.at("/items"), "/" + state))
          .isEqualTo(coverage.at("/total/" + state).longValue());
    }
    LocalDate today = LocalDate.parse(coverage.text("/day"));
    ZoneId zone = ZoneId.of(coverage.text("/timeZone"));
    Map<String, Instant> lastCalls = new HashMap<>();
    try (Connection connection = connect();
        var calls =
            connection
                .createStatement()
                .executeQuery("SELECT client_id, started_at FROM calls WHERE deleted_at IS NULL")) {
      while (calls.next()) {
        if (calls.getString(1) != null) {
          Instant start = calls.getTimestamp(2).toInstant();
          lastCalls.merge(calls.getString(1), start, (a, b) -> a.isBefore(b) ? b : a);
        }
      }
    }
    for (JsonNode client : admin.items("/api/clients?sort=lastCallAt&limit=200")) {
      Instant last = lastCalls.get(client.at("/id").asString());
      JsonNode lastCallAt = client.at("/lastCallAt");
      assertThat(lastCallAt.isNull() ? null : Instant.parse(lastCallAt.asString()))
          .as("%s", client)
          .isEqualTo(last);
      if (client.at("/callEvery").isString()) {
        LocalDate day = last == null ? null : LocalDate.ofInstant(last, zone);
        CallCoverage expected =
            CallCoverage.of(CallInterval.parse(client.at("/callEvery").asString()), day, today);
        String list = "/api/clients?limit=200&coverage=" + expected;
        assertThat(admin.items(list)).extracting(item -> item.at("/id")).contains(client.at("/id"));
      }
    }
  }

  private static void assertClients(Api api, JsonNode row) {
    for (String state : List.of("clients", "inTime", "late", "neverCalled")) {
      String list = row.at("/links/" + state).asString();
      assertThat(api.get(list + "&count=true&limit=1").expect(200).at("/total").longValue())
          .as(list)
          .isEqualTo(row.at("/" + state).longValue());
    }
  }

  private List<Integer> regionKeys() throws SQLException {
    List<Integer> keys = new ArrayList<>();
    try (Connection connection = connect();
        var query = connection.prepareStatement("SELECT key FROM regions WHERE path = ANY (?)")) {
      query.setObject(1, REGIONS.toArray(String[]::new));
      var rows = query.executeQuery();
      while (rows.next()) {
        keys.add(rows.getInt("key"));
      }
    }
    return keys;
  }

  private static void assertSummary(Answer summary, String which, Recount expected) {
    Figures figures = expected.figures();
    assertThat(summary.at("/calls/" + which).longValue()).isEqualTo(figures.calls());
    assertThat(summary.at("/connected/" + which).longValue()).isEqualTo(figures.connected());
    assertThat(summary.at("/totalSeconds/" + which).longValue()).isEqualTo(figures.totalSeconds());
    assertThat(summary.at("/activeOfficers/" + which).longValue())
        .isEqualTo(expected.calls().stream().map(Recount.Call::officer).distinct().count());
  }

  private static void assertFigures(Api api, JsonNode row, Figures expected) {
    assertThat(row.at("/connected").longValue()).as("%s", row).isEqualTo(expected.connected());
    assertCallsAndSeconds(api, row, expected);
  }

  private static void assertCallsAndSeconds(Api api, JsonNode row, Figures expected) {
    assertThat(row.at("/totalSeconds").longValue())
        .as("%s", row)
        .isEqualTo(expected.totalSeconds());
    assertCalls(api, row, expected);
  }

  private static void assertCalls(Api api, JsonNode row, Figures expected) {
    assertThat(row.at("/calls").longValue()).as("%s", row).isEqualTo(expected.calls());
    String list = row.at("/links/calls").asString();
    assertThat(api.get(list + "&count=true&limit=1").expect(200).at("/total").longValue())
        .as(list)
        .isEqualTo(expected.calls());
  }

  private static void assertThatNothingDiffers(Api admin, LocalDate from, LocalDate last) {
    var range = Api.json("from", from.minusDays(7).toString(), "to", last.plusDays(8).toString());
    Answer verified = admin.post("/api/admin/analytics/verify", range).expect(200);
    assertThat(verified.at("/differences")).isEmpty();
  }

  private static long sum(JsonNode rows, String pointer) {
    return rows.valueStream().mapToLong(row -> row.at(pointer).longValue()).sum();
  }

  private void setTimeZone(String zone) {
    application
        .context()
        .getBean(ChangeReportingZone.class)
        .change(new ChangeReportingZone.Command(ReportingZone.of(zone), _ -> {}));
  }

  /** Runs the command of the operator. */
  private void commandTimeZone(String zone) {
    List<String> arguments = new ArrayList<>(List.of("set-time-zone", zone));
    OwnApplication.settings(services, database).forEach(setting -> arguments.add("--" + setting));
    var commands = new Commands(CommandConfiguration.class, System.out);
    assertThat(commands.run(arguments.toArray(String[]::new))).isZero();
  }

  /** What the job does once a minute. */
  private void keepHours() throws SQLException {
    try (Connection connection = connect();
        var days = connection.createStatement();
        var keep = connection.prepareStatement("SELECT keep_officer_hours(?)")) {
      var rows = days.executeQuery("SELECT DISTINCT day FROM officer_days WHERE NOT hours_kept");
      while (rows.next()) {
        keep.setObject(1, rows.getObject(1));
        keep.execute();
      }
    }
  }

  /** The hours of days are kept meanwhile, again and again. */
  private void write(History history, int seed) throws Exception {
    var done = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
      Future<Void> keeper =
          threads.submit(() -> {
            while (!done.get()) {
              keepHours();
            }
            return null;
          });
      List<Callable<Void>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        var random = new Random(seed * 31L + i);
        writers.add(() -> {
          try (Connection connection = connect()) {
            for (int n = 0; n < CHANGES; n++) {
              history.change(connection, random);
            }
          }
          return null;
        });
      }
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
      }
      done.set(true);
      keeper.get(1, TimeUnit.MINUTES);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database, services.user(), services.password());
  }
}
