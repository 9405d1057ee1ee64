package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import io.calllog.local.autoconfigure.DemoAutoConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The demo organisation after the first start, and after the second. */
class DemoIT {

  private static final String PASSWORD = "field-demo-tour-1";

  private static final String CHECKSUM =
      """
      SELECT md5(string_agg(text, '' ORDER BY text COLLATE "C"))
      FROM (SELECT concat_ws('|', officers.id, name, email, path, cardinality(leads), role) AS text
            FROM officers JOIN regions ON key = region_key WHERE email LIKE '%@demo.calllog.example'
            UNION ALL
            SELECT concat_ws('|', id, name, company, phone, email, address, status, owner_id) FROM clients
            UNION ALL
            SELECT concat_ws('|', id, officer_id, client_id, outcome, duration_seconds, comment) FROM calls) AS row
      """;

  private final Services services = Services.running();

  @Test
  void fills_an_empty_database_once() {
    List<String> settings =
        OwnApplication.settings(
            services, services.createDatabase("demo"), "calllog.local=true", "calllog.demo=true");
    try (var application = OwnApplication.start(settings)) {
      Account admin = signIn(application, "admin");
      assertIsComplete(admin);
      assertThat(count(signIn(application, "manager"), "/api/officers")).isBetween(2, 59);
      assertThat(count(signIn(application, "officer"), "/api/calls")).isBetween(1_000, 3_000);
      assertThat(signIn(application, "claire").api().get("/api/regions").expect(200).at("/items"))
          .extracting(region -> region.at("/path").asString())
          .contains("EMEA/DE", "EMEA/DE/Berlin", "EMEA/FR/Paris")
          .doesNotContain("EMEA/UK");
      assertNamesTheSignIns(application);
      assertFiguresAgree(admin);
      admin.api().post("/api/clients", Api.json("name", "Kept")).expect(201);
    }
    try (var again = OwnApplication.start(settings)) {
      Account admin = signIn(again, "admin");
      assertThat(count(admin, "/api/officers")).isEqualTo(60);
      assertThat(count(admin, "/api/clients")).isEqualTo(3_001);
      assertNamesTheSignIns(again);
    }
  }

  @Test
  void is_loaded_in_local_mode_only_and_into_an_empty_database_only() {
    String database = services.createDatabase("demo_begun");
    var notLocal =
        OwnApplication.settings(
            services,
            database,
            "calllog.demo=true",
            OwnApplication.firstAdmin()[0],
            OwnApplication.firstAdmin()[1]);
    try (var application = OwnApplication.start(notLocal)) {
      assertThat(count(new Accounts(application.api()).admin(), "/api/officers")).isOne();
    }
    var local =
        OwnApplication.settings(services, database, "calllog.local=true", "calllog.demo=true");
    try (var begun = OwnApplication.start(local)) {
      assertThat(count(new Accounts(begun.api()).admin(), "/api/officers")).isOne();
    }
  }

  @Test
  void is_plausible_and_the_same_on_every_machine_for_the_same_date() throws Exception {
    String database = services.createDatabase("demo_of_a_date");
    var notLocal =
        OwnApplication.settings(
            services, database, OwnApplication.firstAdmin()[0], OwnApplication.firstAdmin()[1]);
    OwnApplication.start(notLocal).close();
    var connection =
        new SingleConnectionDataSource(database, services.user(), services.password(), true);
    connection.setAutoCommit(false);
    JdbcClient jdbc = JdbcClient.create(connection);
    try {
      jdbc.sql("SET calllog.demo_date = '2026-03-02'").update();
      new JdbcTemplate(connection)
          .execute(
              new ClassPathResource("demo.sql", DemoAutoConfiguration.class)
                  .getContentAsString(StandardCharsets.UTF_8));
      assertThat(number(jdbc, "extract(isodow FROM started_at) > 5")).isBetween(1, 3_000);
      assertThat(
              number(
                  jdbc,
                  "region_key = (SELECT key FROM regions WHERE path = 'EMEA/UK/London')"
                      + " AND (started_at AT TIME ZONE 'Europe/London')::time"
                      + " NOT BETWEEN '08:00' AND '18:00'"))
          .isZero();
      assertThat(number(jdbc, "started_at NOT BETWEEN '2025-02-02Z' AND '2026-03-02Z'")).isZero();
      assertThat(number(jdbc, "outcome = 'SUCCESSFUL' AND duration_seconds = 0")).isZero();
      assertThat(number(jdbc, "outcome = 'MISSED' AND (duration_seconds > 0 OR type = 'OUTGOING')"))
          .isZero();
      // If you change the script, change this value too.
      assertThat(jdbc.sql(CHECKSUM).query(String.class).single())
          .isEqualTo("77ba5d31eb6fe8329a7cf6b0fc7ab4dc");
    } finally {
      connection.destroy();
    }
  }

  private static int number(JdbcClient jdbc, String condition) {
    return jdbc.sql("SELECT count(*) FROM calls WHERE " + condition).query(Integer.class).single();
  }

  private static void assertIsComplete(Account admin) {
    assertThat(count(admin, "/api/officers")).isEqualTo(60);
    assertThat(count(admin, "/api/clients")).isEqualTo(3_000);
    assertThat(count(admin, "/api/calls")).isBetween(60_000, 100_000);
  }

  private static void assertNamesTheSignIns(OwnApplication application) {
    Environment environment = application.context().getEnvironment();
    for (String mailbox : List.of("admin", "manager", "claire", "officer")) {
      assertThat(List.of(0, 1, 2, 3))
          .extracting(i -> environment.getProperty("calllog.local.sign-ins[" + i + "]"))
          .anyMatch(line -> line.contains(mailbox + "@") && line.contains(PASSWORD));
    }
  }

  /** The figures count the loaded calls, and each of thirteen months has some. */
  private static void assertFiguresAgree(Account admin) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Answer verified =
        admin
            .api()
            .post(
                "/api/admin/analytics/verify",
                Api.json("from", today.minusDays(70).toString(), "to", today.toString()))
            .expect(200);
    assertThat(verified.at("/differences").size()).isZero();
    Answer volumes =
        admin.api().get("/api/analytics/volumes?from=" + today.minusMonths(13)).expect(200);
    assertThat(volumes.at("/total/calls").asInt()).isEqualTo(count(admin, "/api/calls"));
    assertThat(volumes.at("/monthly")).hasSizeBetween(13, 14);
    for (var month : volumes.at("/monthly")) {
      assertThat(month.at("/calls").asInt()).as(month.toString()).isPositive();
    }
  }

  private static Account signIn(OwnApplication application, String mailbox) {
    return new Accounts(application.api()).signIn(mailbox + "@demo.calllog.example", PASSWORD);
  }

  private static int count(Account account, String list) {
    return account.api().get(list + "?count=true&limit=1").expect(200).at("/total").asInt();
  }
}
