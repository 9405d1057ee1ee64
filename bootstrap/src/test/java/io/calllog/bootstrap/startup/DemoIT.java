package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** What a newcomer finds on the first start, and on the second. */
class DemoIT {

  private static final String PASSWORD = "field-demo-tour-1";

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
      assertThat(count(signIn(application, "officer"), "/api/calls")).isBetween(1, 59_999);
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
  void is_for_local_mode_only_and_leaves_alone_what_somebody_has_begun() {
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

  private static void assertIsComplete(Account admin) {
    assertThat(count(admin, "/api/officers")).isEqualTo(60);
    assertThat(count(admin, "/api/clients")).isEqualTo(3_000);
    assertThat(count(admin, "/api/calls")).isEqualTo(60_000);
  }

  private static void assertNamesTheSignIns(OwnApplication application) {
    Environment environment = application.context().getEnvironment();
    for (String mailbox : List.of("admin", "manager", "officer")) {
      assertThat(List.of(0, 1, 2))
          .extracting(i -> environment.getProperty("calllog.local.sign-ins[" + i + "]"))
          .anyMatch(line -> line.contains(mailbox + "@") && line.contains(PASSWORD));
    }
  }

  /** The triggers counted what was copied. */
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
        admin.api().get("/api/analytics/volumes?from=" + today.minusDays(70)).expect(200);
    assertThat(volumes.at("/total/calls").asInt()).isEqualTo(60_000);
  }

  private static Account signIn(OwnApplication application, String mailbox) {
    return new Accounts(application.api()).signIn(mailbox + "@demo.calllog.example", PASSWORD);
  }

  private static int count(Account account, String list) {
    return account.api().get(list + "?count=true&limit=1").expect(200).at("/total").asInt();
  }
}
