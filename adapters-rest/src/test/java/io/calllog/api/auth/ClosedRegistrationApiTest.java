package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Registration in the mode {@code closed}. */
@RestOnFakes
@TestPropertySource(
    properties = {
      "calllog.registration.mode=closed",
      "spring.datasource.hikari.maximum-pool-size=4",
    })
class ClosedRegistrationApiTest {

  private static final String PATH = "/api/auth/register";

  private final Api api;
  private final Accounts accounts;

  ClosedRegistrationApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void refuses_all_registrations() {
    var body = RegisterApiTest.registration();
    Answer answer = api.post(PATH, body).expect(403);

    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    api.post("/api/auth/login", Api.json("email", body.get("email"), "password", Accounts.PASSWORD))
        .expect(401);
  }

  @Test
  void does_not_tell_whether_an_email_is_taken() {
    api.post(PATH, RegisterApiTest.with("email", accounts.admin().email())).expect(403);
  }

  @Test
  void sign_in_still_works() {
    accounts.officer(Accounts.newRegion()).api().get("/api/auth/profile").expect(200);
  }
}
