package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refresh tokens. */
@RestOnFakes
class RefreshApiTest {

  private static final String PATH = "/api/auth/refresh";

  private final Api api;
  private final Accounts accounts;

  RefreshApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void answers_the_next_pair() {
    Account officer = accounts.officer(Accounts.newRegion());
    Answer answer = refresh(officer.refreshToken()).expect(200);

    assertThat(answer.json().propertyNames())
        .containsExactlyInAnyOrder("accessToken", "tokenType", "expiresInSeconds", "refreshToken");
    assertThat(answer.text("/accessToken")).isNotEqualTo(officer.token());
    api.as(answer.text("/accessToken")).get("/api/auth/profile").expect(200);
    refresh(answer.text("/refreshToken")).expect(200);
  }

  @Test
  void gives_out_256_random_bits() {
    String token = accounts.officer(Accounts.newRegion()).refreshToken();

    assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
  }

  @Test
  void accepts_a_spent_token_once_after_a_lost_answer() {
    String first = accounts.officer(Accounts.newRegion()).refreshToken();
    refresh(first).expect(200);

    String second = refresh(first).expect(200).text("/refreshToken");

    refresh(second).expect(200);
  }

  @Test
  void ends_the_session_if_a_spent_token_is_used_again() {
    Account officer = accounts.officer(Accounts.newRegion());
    String second = refresh(officer.refreshToken()).expect(200).text("/refreshToken");
    Answer third = refresh(second).expect(200);

    refused(officer.refreshToken());

    refused(third.text("/refreshToken"));
    officer.awaitSignedOut();
    assertThat(api.as(third.text("/accessToken")).get("/api/auth/profile").status()).isEqualTo(401);
  }

  @Test
  void ends_the_session_if_a_token_is_used_a_third_time() {
    Account officer = accounts.officer(Accounts.newRegion());
    refresh(officer.refreshToken()).expect(200);
    String second = refresh(officer.refreshToken()).expect(200).text("/refreshToken");

    refused(officer.refreshToken());
    refused(second);
  }

  @Test
  void does_not_end_other_sessions_of_the_officer() {
    Account here = accounts.officer(Accounts.newRegion());
    Account elsewhere = accounts.signIn(here.email(), here.password());
    refresh(refresh(here.refreshToken()).expect(200).text("/refreshToken")).expect(200);
    refused(here.refreshToken());

    refresh(elsewhere.refreshToken()).expect(200);
  }

  @Test
  void the_new_token_has_the_current_role_and_region() {
    Account officer = accounts.officer(Accounts.newRegion());
    change(officer, "role", "MANAGER");
    officer.awaitSignedOut();

    String token = refresh(officer.refreshToken()).expect(200).text("/accessToken");

    assertThat(Tokens.claims(token).at("/role").asString()).isEqualTo("MANAGER");
    api.as(token).get("/api/auth/profile").expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "deleted"})
  void is_refused_after_deactivation_or_deletion(String how) {
    Account officer = accounts.officer(Accounts.newRegion());
    if (how.equals("status")) {
      change(officer, "status", "INACTIVE");
      change(officer, "status", "ACTIVE");
    } else {
      accounts.admin().api().delete("/api/officers/" + officer.id()).expect(204);
    }

    refused(officer.refreshToken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "\u0000", "é", "eyJhbGciOiJub25lIn0.e30."})
  void refuses_malformed_tokens(String token) {
    refused(token);
  }

  @Test
  void refuses_a_token_of_100_kilobytes() {
    refused("x".repeat(100 * 1024));
  }

  @Test
  void requires_a_token_only() {
    api.post(PATH, Api.json()).expectProblem(400, "invalid-input");
    api.post(PATH, Api.json("refreshToken", 7)).expectProblem(400, "invalid-input");
    api.post(PATH, Api.json("refreshToken", "x", "role", "ADMIN"))
        .expectProblem(400, "invalid-input");
  }

  private void change(Account officer, String field, String value) {
    accounts
        .admin()
        .api()
        .patch("/api/officers/" + officer.id(), Api.json(field, value))
        .expect(200);
  }

  private Answer refresh(String token) {
    return api.post(PATH, Api.json("refreshToken", token));
  }

  private void refused(String token) {
    Answer answer = refresh(token).expectProblem(401, "bad-refresh-token");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }
}
