package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import io.calllog.application.audit.FieldChanges;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Audit entries for sign-ins, failed sign-ins and refusals. */
@RestOnFakes
class SignInsAndRefusalsApiTest {

  private final Accounts accounts;
  private final String region;

  SignInsAndRefusalsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void records_a_sign_in() {
    Account officer = accounts.officer(region);

    JsonNode entry = Trail.only(Trail.of(admin(), officer.id()), "SIGNED_IN", "DONE");
    assertThat(Trail.text(entry, "actorId")).isEqualTo(officer.id());
    assertThat(Trail.text(entry, "address")).isEqualTo("127.0.0.1");
  }

  @Test
  void records_a_failed_sign_in_with_its_account() {
    Account officer = accounts.officer(region);
    signIn(officer.email(), "not the password");

    JsonNode entry = Trail.only(Trail.of(admin(), officer.id()), "SIGNED_IN", "FAILED");
    assertThat(entry.path("actorId").isNull()).isTrue();
    assertThat(Trail.text(entry, "address")).isEqualTo("127.0.0.1");
    assertThat(entry.toString()).doesNotContain("not the password").doesNotContain(officer.email());
  }

  @Test
  void records_an_unknown_email_as_a_hash() {
    String unknown = Accounts.unique() + "@nowhere.example";
    signIn(unknown.toUpperCase(java.util.Locale.ROOT), "whatever it is");

    var failures = Trail.list(admin(), "action=SIGNED_IN&limit=200");
    String hash = FieldChanges.emailHash(unknown).to();
    JsonNode entry =
        failures.stream()
            .filter(e -> Trail.changes(e).contains("emailHash: null -> " + hash))
            .findFirst()
            .orElseThrow();
    assertThat(Trail.text(entry, "outcome")).isEqualTo("FAILED");
    assertThat(entry.path("subjectId").isNull()).isTrue();
    assertThat(entry.path("subjectType").isNull()).isTrue();
    assertThat(failures.toString().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain(unknown)
        .doesNotContain("whatever it is");
  }

  @Test
  void records_refusals_by_role() {
    Account officer = accounts.officer(region);
    Account colleague = accounts.officer(region);
    String client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    officer.api().patch("/api/clients/" + client, Api.json("ownerId", officer.id())).expect(200);
    Api api = colleague.api();
    api.patch("/api/clients/" + client, Api.json("name", "Mine")).expect(403);
    api.delete("/api/clients/" + client).expect(403);
    api.post("/api/clients/" + client + "/erase", Api.json()).expect(403);
    String email = Accounts.unique() + "@calllog.example";
    api.post(
            "/api/officers", Api.json("name", "Eve", "email", email, "password", Accounts.PASSWORD))
        .expect(403);
    api.get(Trail.PATH).expectProblem(403, "not-permitted");
    api.post("/api/admin/analytics/rebuild", Api.json("from", "2001-01-01", "to", "2001-01-02"))
        .expect(403);

    var refused =
        Trail.list(admin(), "limit=200&actorId=" + colleague.id()).stream()
            .filter(entry -> Trail.text(entry, "outcome").equals("REFUSED"))
            .toList();
    assertThat(Trail.actions(refused))
        .containsExactly(
            "FIGURES_REBUILT",
            "AUDIT_READ",
            "OFFICER_CREATED",
            "CLIENT_ERASED",
            "CLIENT_DELETED",
            "CLIENT_CHANGED");
    assertThat(refused).allSatisfy(entry -> assertThat(Trail.changes(entry)).isEmpty());
    assertThat(refused.getLast().path("subjectId").asString()).isEqualTo(client);
    assertThat(Trail.actions(Trail.of(accounts.manager(region).api(), client)))
        .contains("CLIENT_ERASED");
  }

  @Test
  void a_malformed_request_is_not_recorded() {
    Account officer = accounts.officer(region);
    String client = admin().post("/api/clients", Samples.client("region", region)).id();
    Api api = officer.api();
    for (String body : List.of("{", "[]", "{\"unknown\": 1}")) {
      api.put("/api/clients/" + client, body).expect(400);
      api.patch("/api/clients/" + client, body).expect(400);
      api.post("/api/officers", body).expect(400);
      api.post("/api/admin/analytics/rebuild", body).expect(400);
    }
    api.post("/api/clients/" + client + "/erase?unknown=1", Api.json()).expect(400);
    api.delete("/api/clients/" + client + "?unknown=1").expect(400);
    api.get(Trail.PATH + "?unknown=1").expect(400);

    assertThat(Trail.actions(Trail.list(admin(), "actorId=" + officer.id())))
        .containsExactly("SIGNED_IN");
  }

  @Test
  void a_request_for_an_invisible_resource_is_not_recorded() {
    Account stranger = accounts.officer(Accounts.newRegion());
    String client = admin().post("/api/clients", Samples.client("region", region)).id();
    stranger.api().delete("/api/clients/" + client).expect(404);

    assertThat(Trail.actions(Trail.list(admin(), "actorId=" + stranger.id())))
        .containsExactly("SIGNED_IN");
  }

  private void signIn(String email, String password) {
    admin()
        .anonymous()
        .post("/api/auth/login", Api.json("email", email, "password", password))
        .expect(401);
  }

  private Api admin() {
    return accounts.admin().api();
  }
}
