package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Registration in the mode {@code approval}. */
@RestOnFakes
@TestPropertySource(
    properties = {
      "calllog.registration.mode=approval",
      "spring.datasource.hikari.maximum-pool-size=4",
    })
class ApprovedRegistrationApiTest {

  private static final String PATH = "/api/auth/register";

  private final Api api;
  private final Accounts accounts;

  ApprovedRegistrationApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void answers_the_officer_and_no_token() {
    Answer answer = api.post(PATH, RegisterApiTest.registration()).expect(201);

    assertThat(answer.json().propertyNames()).containsExactly("officer");
    assertThat(answer.text("/officer/status")).isEqualTo("INACTIVE");
    assertThat(answer.text("/officer/role")).isEqualTo("OFFICER");
    assertThat(answer.text("/officer/region")).isEqualTo("unassigned");
  }

  @Test
  void an_officer_can_sign_in_after_activation_by_an_administrator() {
    var body = RegisterApiTest.registration();
    String id = api.post(PATH, body).expect(201).text("/officer/id");
    var credentials = Api.json("email", body.get("email"), "password", Accounts.PASSWORD);
    api.post("/api/auth/login", credentials).expectProblem(401, "bad-credentials");

    String region = accounts.region(Accounts.newRegion());
    accounts
        .admin()
        .api()
        .patch("/api/officers/" + id, Api.json("region", region, "status", "ACTIVE"))
        .expect(200);

    Answer answer = api.post("/api/auth/login", credentials).expect(200);
    assertThat(answer.text("/officer/region")).isEqualTo(region);
  }

  @Test
  void the_email_is_taken_before_approval() {
    var body = RegisterApiTest.registration();
    api.post(PATH, body).expect(201);

    api.post(PATH, body).expectProblem(409, "email-taken");
  }

  @Test
  void the_status_cannot_be_chosen() {
    api.post(PATH, RegisterApiTest.with("status", "ACTIVE")).expect(400);
  }
}
