package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Audit entries for sessions and passwords. They contain no secrets. */
@RestOnFakes
class AuditedSessionsApiTest {

  private static final String NEXT = "another horse battery staple";

  private final Api api;
  private final Accounts accounts;

  AuditedSessionsApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void records_a_changed_password_without_its_values() {
    Account officer = accounts.officer(Accounts.newRegion());
    var body = Api.json("currentPassword", "a guess", "newPassword", NEXT);
    officer.api().put("/api/auth/password", body).expect(401);
    body.put("currentPassword", officer.password());
    officer.api().put("/api/auth/password", body).expect(204);

    Trail.only(Trail.of(admin(), officer.id()), "PASSWORD_CHANGED", "FAILED");

    JsonNode entry = Trail.only(Trail.of(admin(), officer.id()), "PASSWORD_CHANGED", "DONE");
    assertThat(Trail.text(entry, "actorId")).isEqualTo(officer.id());
    assertThat(Trail.changes(entry)).isEmpty();
  }

  @Test
  void records_password_resets_and_refused_ones() {
    String region = Accounts.newRegion();
    Account manager = accounts.manager(region);
    Account peer = accounts.manager(region);
    Account officer = accounts.officer(region);
    var body = Api.json("newPassword", NEXT);
    manager.api().put("/api/officers/" + officer.id() + "/password", body).expect(204);
    manager.api().put("/api/officers/" + peer.id() + "/password", body).expect(403);

    JsonNode done = Trail.only(Trail.of(admin(), officer.id()), "PASSWORD_RESET", "DONE");
    JsonNode refused = Trail.only(Trail.of(admin(), peer.id()), "PASSWORD_RESET", "REFUSED");
    assertThat(Trail.text(done, "actorId")).isEqualTo(manager.id());
    assertThat(Trail.text(refused, "actorId")).isEqualTo(manager.id());
  }

  @Test
  void records_the_end_of_a_session() {
    Account here = accounts.officer(Accounts.newRegion());
    accounts.signIn(here.email(), here.password());
    Answer sessions = here.api().get("/api/auth/sessions").expect(200);
    String first = sessions.text("/items/0/id");
    here.api().delete("/api/auth/sessions/" + first).expect(204);
    String last = sessions.text("/items/1/id");
    here.api().post("/api/auth/logout", Api.json("refreshToken", here.refreshToken())).expect(204);

    assertThat(Trail.actions(Trail.of(admin(), first))).containsExactly("SESSION_ENDED");
    assertThat(Trail.actions(Trail.of(admin(), last))).containsExactly("SIGNED_OUT");
  }

  @Test
  void records_a_reused_refresh_token_without_an_actor() {
    Account officer = accounts.officer(Accounts.newRegion());
    String session = officer.api().get("/api/auth/sessions").expect(200).text("/items/0/id");
    String second = refresh(officer.refreshToken()).expect(200).text("/refreshToken");
    refresh(second).expect(200);
    refresh(officer.refreshToken()).expect(401);

    JsonNode entry = Trail.only(Trail.of(admin(), session), "REFRESH_TOKEN_REUSED", "DONE");
    assertThat(entry.path("actorId").isNull()).isTrue();
    assertThat(Trail.text(entry, "address")).isEqualTo("127.0.0.1");
  }

  private Answer refresh(String token) {
    return api.post("/api/auth/refresh", Api.json("refreshToken", token));
  }

  private Api admin() {
    return accounts.admin().api();
  }
}
