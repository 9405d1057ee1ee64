package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RestOnFakes
class LoginApiTest {

  private static final String PATH = "/api/auth/login";

  private final Api api;
  private final Accounts accounts;

  LoginApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void answers_the_officer_and_a_token() {
    Account officer = accounts.officer(Accounts.newRegion());
    Answer answer = login(officer.email(), officer.password()).expect(200);

    assertThat(answer.json().propertyNames())
        .contains("officer", "accessToken", "tokenType", "expiresInSeconds", "refreshToken");
    assertThat(answer.text("/tokenType")).isEqualTo("Bearer");
    assertThat(answer.at("/expiresInSeconds").intValue()).isEqualTo(900);
    Answer profile = api.as(answer.text("/accessToken")).get("/api/auth/profile").expect(200);
    assertThat(profile.json()).isEqualTo(answer.at("/officer"));
  }

  @Test
  void ignores_case_and_surrounding_blanks_of_the_email() {
    Account officer = accounts.officer(Accounts.newRegion());

    login(officer.email().toUpperCase(Locale.ROOT), officer.password()).expect(200);
    login("  " + officer.email() + " ", officer.password()).expect(200);
    login("\u202A" + officer.email() + "\u200B", officer.password()).expect(200);
  }

  @Test
  void an_officer_on_leave_can_sign_in() {
    Account officer = accounts.officer(Accounts.newRegion());
    setStatus(officer, "ON_LEAVE");

    login(officer.email(), officer.password()).expect(200);
  }

  @Test
  void all_refusals_look_the_same() {
    Account active = accounts.officer(Accounts.newRegion());
    Account inactive = accounts.officer(Accounts.newRegion());
    Account deleted = accounts.officer(Accounts.newRegion());
    setStatus(inactive, "INACTIVE");
    accounts.admin().api().delete("/api/officers/" + deleted.id()).expect(204);

    Answer wrong = login(active.email(), "not the password at all");
    assertThat(
            IntStream.range(0, 4)
                .mapToObj(i ->
                    switch (i) {
                      case 0 -> login("nobody." + active.email(), active.password());
                      case 1 -> login(inactive.email(), inactive.password());
                      case 2 -> login(deleted.email(), deleted.password());
                      default -> login("no e-mail", active.password());
                    }))
        .allSatisfy(other -> {
          other.expectProblem(401, "bad-credentials");
          assertThat(other.text("/detail")).isEqualTo(wrong.text("/detail"));
          assertThat(other.text("/title")).isEqualTo(wrong.text("/title"));
          assertThat(other.header("WWW-Authenticate")).startsWith("Bearer");
          assertThat(other.headerNames()).isEqualTo(wrong.headerNames());
        });
  }

  /** Half is far from equal, but a refusal without hashing takes a twentieth. */
  @Test
  void an_unknown_email_takes_as_long_as_a_wrong_password() {
    Account officer = accounts.officer(Accounts.newRegion());
    long wrong = shortest(officer.email());
    long unknown = shortest("nobody." + officer.email());

    assertThat(unknown).isGreaterThan(wrong / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " correct horse battery staple",
        "Correct horse battery staple",
        "correct horse battery"
      })
  void refuses_any_other_password(String password) {
    Account officer = accounts.officer(Accounts.newRegion());
    Answer answer = login(officer.email(), password).expectProblem(401, "bad-credentials");

    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void refuses_impossible_passwords() {
    String email = accounts.officer(Accounts.newRegion()).email();

    login(email, "x".repeat(73)).expect(401);
    login(email, "x".repeat(100_000)).expect(401);
    login(email, "nul\0").expect(401);
  }

  @Test
  void requires_an_email_and_a_password_only() {
    Answer answer = api.post(PATH, Api.json("username", "ada")).expectProblem(400, "invalid-input");

    assertThat(answer.at("/errors").valueStream().map(e -> e.at("/pointer").asString()))
        .containsExactlyInAnyOrder("/email", "/password", "/username");
    login(null, "correct horse battery staple").expect(400);
    login(7, "correct horse battery staple").expect(400);
    login("ada@calllog.example", true).expect(400);
    api.post(PATH, "not json").expectProblem(400, "malformed-json");
    api.send("POST", PATH, "text/plain", "{}").expect(415);
  }

  @Test
  void ignores_an_invalid_token() {
    Account officer = accounts.officer(Accounts.newRegion());

    api.as("no.such.token")
        .post(PATH, Api.json("email", officer.email(), "password", officer.password()))
        .expect(200);
  }

  private void setStatus(Account officer, String status) {
    accounts
        .admin()
        .api()
        .patch("/api/officers/" + officer.id(), Api.json("status", status))
        .expect(200);
  }

  private Answer login(@Nullable Object email, @Nullable Object password) {
    return api.post(PATH, Api.json("email", email, "password", password));
  }

  private long shortest(String email) {
    return IntStream.range(0, 7)
        .mapToLong(_ -> {
          long start = System.nanoTime();
          login(email, "not the password at all").expect(401);
          return System.nanoTime() - start;
        })
        .min()
        .orElseThrow();
  }
}
