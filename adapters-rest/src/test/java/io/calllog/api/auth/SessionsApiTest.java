package io.calllog.api.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Officers list and end their own sessions. */
@RestOnFakes
class SessionsApiTest {

  private static final String PATH = "/api/auth/sessions";

  private final Api api;
  private final Accounts accounts;

  SessionsApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void are_listed_with_the_address_of_their_last_use() {
    Account officer = accounts.officer(Accounts.newRegion());
    String other =
        api.with("User-Agent", "A phone")
            .post(
                "/api/auth/login",
                Api.json("email", officer.email(), "password", officer.password()))
            .expect(200)
            .text("/refreshToken");

    Answer answer = officer.api().get(PATH).expect(200);

    assertThat(answer.at("/items").size()).isEqualTo(2);
    JsonNode phone = answer.at("/items/0");
    assertThat(phone.propertyNames())
        .containsExactlyInAnyOrder(
            "id", "createdAt", "lastUsedAt", "address", "userAgent", "current");
    assertThat(phone.at("/userAgent").asString()).isEqualTo("A phone");
    assertThat(phone.at("/address").asString()).isEqualTo("127.0.0.1");
    assertThat(phone.at("/current").booleanValue()).isFalse();
    assertThat(answer.at("/items/1/current").booleanValue()).isTrue();

    api.with("User-Agent", "The same phone")
        .post("/api/auth/refresh", Api.json("refreshToken", other))
        .expect(200);
    assertThat(officer.api().get(PATH).expect(200).text("/items/0/userAgent"))
        .isEqualTo("The same phone");
  }

  @Test
  void shows_user_agents_in_utf_8() {
    Account officer = accounts.officer(Accounts.newRegion());
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(officer.email(), officer.password());
    for (byte[] agent :
        List.of("iPhone Xʀ".getBytes(UTF_8), "Zo\u00eb \u0080".getBytes(ISO_8859_1))) {
      new RawHttp(api)
          .send(
              "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nConnection: close\r\nUser-Agent: "
                  + new String(agent, ISO_8859_1)
                  + "\r\nContent-Type: application/json\r\nContent-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body)
          .expect(200);
    }

    assertThat(officer.api().get(PATH).expect(200).at("/items").findValuesAsString("userAgent"))
        .contains("iPhone Xʀ", "Zoë");
  }

  @Test
  void an_officer_ends_single_sessions() {
    Account here = accounts.officer(Accounts.newRegion());
    Account elsewhere = accounts.signIn(here.email(), here.password());
    String id = Tokens.claims(elsewhere.token()).at("/sid").asString();

    here.api().delete(PATH + "/" + id).expect(204);

    here.api().delete(PATH + "/" + id).expectProblem(404, "not-found");
    refresh(elsewhere).expectProblem(401, "bad-refresh-token");
    elsewhere.awaitSignedOut();
    assertThat(here.api().get(PATH).expect(200).at("/items").size()).isEqualTo(1);
    refresh(here).expect(200);
  }

  @Test
  void a_session_of_another_officer_is_not_found() {
    Account officer = accounts.officer(Accounts.newRegion());
    String id = Tokens.claims(officer.token()).at("/sid").asString();

    for (Api other :
        new Api[] {
          accounts.admin().api(),
          accounts.manager(officer.region()).api(),
          accounts.officer(officer.region()).api()
        }) {
      other.delete(PATH + "/" + id).expectProblem(404, "not-found");
      other.post("/api/auth/logout", token(officer)).expect(204);
    }
    officer.api().delete(PATH + "/" + UUID.randomUUID()).expectProblem(404, "not-found");
    officer.api().delete(PATH + "/7").expectProblem(400, "invalid-input");

    refresh(officer).expect(200);
  }

  @Test
  void end_when_the_officer_signs_out() {
    Account here = accounts.officer(Accounts.newRegion());
    Account elsewhere = accounts.signIn(here.email(), here.password());

    here.api().post("/api/auth/logout", token(here)).expect(204);

    refresh(here).expectProblem(401, "bad-refresh-token");
    here.awaitSignedOut();
    refresh(elsewhere).expect(200);
    api.post("/api/auth/logout", token(elsewhere)).expectProblem(401, "unauthenticated");
  }

  private Answer refresh(Account account) {
    return api.post("/api/auth/refresh", token(account));
  }

  private static Object token(Account account) {
    return Api.json("refreshToken", account.refreshToken());
  }
}
