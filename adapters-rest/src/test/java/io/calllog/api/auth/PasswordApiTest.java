package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;

/** Officers change their password, and managers and administrators reset it. */
@RestOnFakes
class PasswordApiTest {

  private static final String OWN = "/api/auth/password";
  private static final String NEXT = "another horse battery staple";

  private final Api api;
  private final Accounts accounts;

  PasswordApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void an_officer_changes_their_password_which_ends_all_other_sessions() {
    Account here = accounts.officer(Accounts.newRegion());
    Account elsewhere = accounts.signIn(here.email(), here.password());

    here.api().put(OWN, change(here.password(), NEXT)).expect(204);

    login(here, here.password()).expect(401);
    login(here, NEXT).expect(200);
    refresh(elsewhere).expectProblem(401, "bad-refresh-token");
    here.awaitSignedOut();
    elsewhere.awaitSignedOut();
    String token = refresh(here).expect(200).text("/accessToken");
    api.as(token).get("/api/auth/profile").expect(200);
  }

  @Test
  void a_changed_password_ends_every_copy_of_a_session() {
    Account officer = accounts.officer(Accounts.newRegion());
    String copy = refresh(officer.refreshToken()).expect(200).text("/refreshToken");
    Answer own = refresh(officer.refreshToken()).expect(200);

    var body = change(officer.password(), NEXT);
    api.as(own.text("/accessToken")).put(OWN, body).expect(204);

    refresh(officer.refreshToken()).expectProblem(401, "bad-refresh-token");
    refresh(copy).expectProblem(401, "bad-refresh-token");
    refresh(own.text("/refreshToken")).expectProblem(401, "bad-refresh-token");
  }

  @Test
  void is_kept_if_the_current_password_is_wrong() {
    Account officer = accounts.officer(Accounts.newRegion());

    officer.api().put(OWN, change("not the password", NEXT)).expectProblem(401, "bad-credentials");

    login(officer, officer.password()).expect(200);
    refresh(officer).expect(200);
  }

  @Test
  void a_new_password_follows_the_rules() {
    Account officer = accounts.officer(Accounts.newRegion());

    invalid(officer.api().put(OWN, change(officer.password(), "short")));
    invalid(officer.api().put(OWN, change(officer.password(), "x".repeat(73))));
    invalid(officer.api().put(OWN, change(officer.password(), officer.email())));
    invalid(officer.api().put(OWN, change(officer.password(), "passwordpassword")));
    invalid(accounts.admin().api().put(of(officer), reset(officer.name())));
    invalid(accounts.admin().api().put(of(officer), reset("short")));
    officer.api().put(OWN, Api.json("newPassword", NEXT)).expectProblem(400, "invalid-input");
  }

  @Test
  void managers_and_administrators_reset_passwords_which_ends_all_sessions() {
    String region = Accounts.newRegion();
    Account manager = accounts.manager(region);
    Account officer = accounts.officer(region + "/Below");

    manager.api().put(of(officer), reset(NEXT)).expect(204);

    login(officer, officer.password()).expect(401);
    login(officer, NEXT).expect(200);
    refresh(officer).expectProblem(401, "bad-refresh-token");
    officer.awaitSignedOut();
    accounts.admin().api().put(of(manager), reset(NEXT)).expect(204);
    login(manager, NEXT).expect(200);
  }

  @Test
  void other_officers_cannot_reset_passwords() {
    String region = Accounts.newRegion();
    Account manager = accounts.manager(region);
    Account peer = accounts.manager(region);
    Account officer = accounts.officer(region);

    officer.api().put(of(manager), reset(NEXT)).expectProblem(404, "not-found");
    officer.api().put(of(officer), reset(NEXT)).expectProblem(403, "not-permitted");
    manager.api().put(of(peer), reset(NEXT)).expectProblem(403, "not-permitted");
    manager.api().put(of(manager), reset(NEXT)).expectProblem(403, "not-permitted");
    accounts
        .manager(Accounts.newRegion())
        .api()
        .put(of(officer), reset(NEXT))
        .expectProblem(404, "not-found");
    manager.api().put(of(peer), "not json").expectProblem(400, "malformed-json");

    login(officer, officer.password()).expect(200);
    login(peer, peer.password()).expect(200);
  }

  private static void invalid(Answer answer) {
    answer.expectProblem(400, "invalid-input");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/newPassword");
  }

  private static String of(Account account) {
    return "/api/officers/" + account.id() + "/password";
  }

  private static Object change(String current, String next) {
    return Api.json("currentPassword", current, "newPassword", next);
  }

  private static Object reset(String next) {
    return Api.json("newPassword", next);
  }

  private Answer login(Account account, String password) {
    return api.post("/api/auth/login", Api.json("email", account.email(), "password", password));
  }

  private Answer refresh(Account account) {
    return refresh(account.refreshToken());
  }

  private Answer refresh(String token) {
    return api.post("/api/auth/refresh", Api.json("refreshToken", token));
  }
}
