package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The application with a database role that owns nothing and has the privileges of the runbook.
 * They suffice for all features, and do not allow changes of the audit trail.
 */
class LeastPrivilegeIT {

  private static final String NOT_ALLOWED = "42501";
  private static final String RAISED = "P0001";
  private static final String PASSWORD = "for tests";
  private static final Services SERVICES = Services.running();
  private static final String ROLE = "calllog_least_privilege";
  private static final String URL = SERVICES.createDatabase("least_privilege");

  private static OwnApplication application;
  private static Accounts accounts;

  @BeforeAll
  static void start_with_the_privileges_of_the_manual() throws SQLException, IOException {
    OwnApplication.start(OwnApplication.settings(SERVICES, URL, OwnApplication.firstAdmin()))
        .close();
    try (var superuser =
            DriverManager.getConnection(URL, SERVICES.superuser(), SERVICES.superuserPassword());
        var statement = superuser.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN
            IF to_regrole('%1$s') IS NULL THEN CREATE ROLE %1$s LOGIN PASSWORD '%2$s'; END IF;
          END $$
          """
              .formatted(ROLE, PASSWORD));
    }
    try (var owner = owner();
        var statement = owner.createStatement()) {
      statement.execute(grants());
    }
    application =
        OwnApplication.start(
            OwnApplication.settings(
                SERVICES,
                URL,
                "spring.datasource.username=" + ROLE,
                "spring.datasource.password=" + PASSWORD,
                "spring.flyway.user=" + SERVICES.user(),
                "spring.flyway.password=" + SERVICES.password()));
    accounts = new Accounts(application.api());
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void runs_all_features() throws SQLException {
    Api admin = accounts.admin().api();
    String region = Accounts.newRegion();
    Account officer = accounts.officer(region);
    String client = officer.api().post("/api/clients", Samples.wholeClient()).expect(201).id();
    var newCall = Samples.call("clientId", client, "comment", "Hello");
    String call = officer.api().post("/api/calls", newCall).expect(201).id();
    officer.api().patch("/api/calls/" + call, Api.json("comment", "Other")).expect(200);
    officer.api().patch("/api/clients/" + client, Api.json("name", "Other")).expect(200);
    String followUp =
        officer.api().post("/api/follow-ups", Samples.followUp(client)).expect(201).id();
    officer.api().post("/api/calls", Samples.call("clientId", client)).expect(201);
    officer.api().get("/api/follow-ups/" + followUp).expect(200);
    officer.api().patch("/api/officers/" + officer.id(), Api.json("name", "Other")).expect(200);
    officer.api().delete("/api/officers/" + officer.id()).expect(403);
    for (String list :
        List.of(
            "/api/officers",
            "/api/clients?q=other",
            "/api/calls?region=" + region,
            "/api/calls/" + call + "/revisions",
            "/api/clients/" + client,
            "/api/analytics/volumes",
            "/api/analytics/hours",
            "/api/audit?count=true")) {
      admin.get(list).expect(200);
    }
    var days = Api.json("from", "2026-02-01", "to", "2026-02-03");
    admin.post("/api/admin/analytics/verify", days).expect(200);
    admin.post("/api/admin/analytics/rebuild", days).expect(200);
    try (var role = role();
        var job = role.createStatement()) {
      job.execute("SELECT keep_officer_hours(current_date)");
    }
    Account key = accounts.key(region, "calls:write");
    var byKey = Samples.call("officerId", officer.id());
    key.api().post("/api/calls", byKey).expect(201);
    admin.patch("/api/keys/" + key.id(), Api.json("name", "Other")).expect(200);
    admin.delete("/api/keys/" + key.id()).expect(204);
    String another = officer.api().post("/api/calls", Samples.call()).expect(201).id();
    officer.api().delete("/api/calls/" + another).expect(204);
    officer.api().get("/api/changes").expect(200);
    admin.post("/api/clients/" + client + "/erase", Api.json()).expect(204);
    admin.post("/api/officers/" + officer.id() + "/erase", Api.json()).expect(204);

    assertThat(Trail.actions(Trail.of(admin, client)))
        .containsExactlyInAnyOrder(
            "CLIENT_CREATED", "CLIENT_CHANGED", "CLIENT_ERASED", "PERSONAL_VALUES_BLANKED");
    assertThat(Trail.actions(Trail.list(admin, "actorId=" + officer.id())))
        .contains("OFFICER_DELETED");
  }

  @Test
  void merges_clients() {
    Api officer = accounts.officer(Accounts.newRegion()).api();
    String remaining = officer.post("/api/clients", Samples.client()).expect(201).id();
    String merged = officer.post("/api/clients", Samples.client()).expect(201).id();
    officer.post("/api/calls", Samples.call("clientId", merged)).expect(201);
    String merge = "/api/clients/" + remaining + "/merge";
    accounts.admin().api().post(merge, Api.json("from", merged)).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_log SET action = 'SIGNED_IN'",
        "UPDATE audit_log SET changes = '[]' WHERE false",
        "DELETE FROM audit_log",
        "TRUNCATE audit_log CASCADE",
        "UPDATE audit_personal SET old_value = NULL, new_value = NULL",
        "DELETE FROM audit_personal",
        "TRUNCATE audit_personal"
      })
  void cannot_change_the_audit_trail_and_neither_can_the_owner(String change) throws SQLException {
    accounts.officer(Accounts.newRegion());
    assertThat(stateOf(role(), change)).isEqualTo(NOT_ALLOWED);
    assertThat(stateOf(owner(), change)).isEqualTo(RAISED);
    assertThat(stateOf(role(), "SET calllog.blanking_audit = 'on'; " + change))
        .isEqualTo(NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE audit_log DISABLE TRIGGER ALL",
        "DROP TABLE audit_personal",
        "CREATE OR REPLACE FUNCTION keep_audit_log() RETURNS trigger LANGUAGE plpgsql"
            + " AS 'BEGIN RETURN NULL; END'",
        "SET session_replication_role = replica",
        "SELECT drop_audit_partitions(now())"
      })
  void cannot_disable_the_protection_of_the_audit_trail(String change) throws SQLException {
    assertThat(stateOf(role(), change)).isEqualTo(NOT_ALLOWED);
  }

  @Test
  void erases_with_the_function_which_records_an_entry() throws SQLException {
    String officer = accounts.officer(Accounts.newRegion()).id();
    try (var connection = role();
        var statement =
            connection.prepareStatement(
                "SELECT erase_personal_audit_values('OFFICER', ?, NULL, now())")) {
      statement.setObject(1, UUID.fromString(officer));
      var result = statement.executeQuery();
      assertThat(result.next()).isTrue();
      assertThat(result.getInt(1)).isEqualTo(3);
    }
    var entries = Trail.of(accounts.admin().api(), officer);
    assertThat(Trail.actions(entries)).contains("PERSONAL_VALUES_BLANKED");
    assertThat(Trail.changes(Trail.only(entries, "OFFICER_CREATED", "DONE")))
        .contains("name: null -> null", "email: null -> null");
  }

  @Test
  void the_function_requires_a_person() throws SQLException {
    String call = "SELECT erase_personal_audit_values('%s', %s, NULL, now())";
    assertThat(stateOf(role(), call.formatted("CALL", "uuidv7()"))).isEqualTo(RAISED);
    assertThat(stateOf(role(), call.formatted("OFFICER", "NULL"))).isEqualTo(RAISED);
  }

  private static String grants() throws IOException {
    return Files.readString(Path.of("../deploy/runbooks/grants.sql")).replace("calllog_app", ROLE);
  }

  private static Connection role() throws SQLException {
    return DriverManager.getConnection(URL, ROLE, PASSWORD);
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(URL, SERVICES.user(), SERVICES.password());
  }

  private static String stateOf(Connection opened, String sql) throws SQLException {
    try (var connection = opened;
        var statement = connection.createStatement()) {
      var refusal =
          assertThatExceptionOfType(SQLException.class)
              .isThrownBy(() -> statement.execute(sql))
              .actual();
      return refusal.getSQLState();
    }
  }
}
