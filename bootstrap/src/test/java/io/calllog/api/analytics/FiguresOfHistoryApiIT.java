package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.bootstrap.CommandConfiguration;
import io.calllog.bootstrap.command.Commands;
import io.calllog.domain.analytics.ReportingZone;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
  private static final List<String> REGIONS = List.of("EMEA", "EMEA/UK", "EMEA/UK/London", "APAC");

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
    var reports = new RecountedReports(admin, all, officers.getFirst().toString());
    for (Instant centre : List.of(clocksForward, clocksBack)) {
      reports.check(LocalDate.ofInstant(centre, zone).minusDays(3));
    }
    keepHours();
    for (Instant centre : List.of(clocksForward, clocksBack)) {
      reports.checkHours(LocalDate.ofInstant(centre, zone).minusDays(3));
    }
    assertThatNothingDiffers(
        admin, LocalDate.ofInstant(clocksBack, zone), LocalDate.ofInstant(clocksForward, zone));
    setTimeZone(application.context().getBean(ReportingZone.class).toString()); // that of lists
    new RecountedCoverage(admin, lastCalls()).check();
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

  /** The start of the last call of each client that has one. */
  private Map<String, Instant> lastCalls() throws SQLException {
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
    return lastCalls;
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

  private static void assertThatNothingDiffers(Api admin, LocalDate from, LocalDate last) {
    var range = Api.json("from", from.minusDays(7).toString(), "to", last.plusDays(8).toString());
    Answer verified = admin.post("/api/admin/analytics/verify", range).expect(200);
    assertThat(verified.at("/differences")).isEmpty();
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
