package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registration in the mode {@code open}. */
@RestOnFakes
class RegisterApiTest {

  private static final String PATH = "/api/auth/register";

  private final Api api;
  private final Accounts accounts;

  RegisterApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void creates_an_account_that_can_be_used_at_once() {
    Instant before = Instant.now().minusSeconds(1);
    Answer answer = api.post(PATH, registration()).expect(201);

    String id = answer.text("/officer/id");
    assertThat(UUID.fromString(id).version()).isEqualTo(7);
    assertThat(answer.header("Location")).endsWith("/api/officers/" + id);
    assertThat(answer.text("/tokenType")).isEqualTo("Bearer");
    assertThat(answer.at("/expiresInSeconds").intValue()).isEqualTo(900);
    assertThat(Instant.parse(answer.text("/officer/createdAt"))).isAfter(before);
    Answer profile = api.as(answer.text("/accessToken")).get("/api/auth/profile").expect(200);
    assertThat(profile.json()).isEqualTo(answer.at("/officer"));
  }

  @Test
  void creates_an_unassigned_officer() {
    Answer answer = api.post(PATH, registration()).expect(201);

    assertThat(answer.text("/officer/role")).isEqualTo("OFFICER");
    assertThat(answer.text("/officer/region")).isEqualTo("unassigned");
    assertThat(answer.text("/officer/status")).isEqualTo("ACTIVE");
    assertThat(answer.at("/officer/phone").isNull()).isTrue();
  }

  @Test
  void answers_the_fields_of_an_officer_and_no_other() {
    Answer answer = api.post(PATH, registration()).expect(201);

    assertThat(answer.at("/officer").propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "email",
            "phone",
            "region",
            "leads",
            "role",
            "status",
            "createdAt",
            "updatedAt");
    assertThat(answer.body()).doesNotContain(Accounts.PASSWORD).doesNotContain("$2");
  }

  @Test
  void keeps_the_email_as_typed_and_refuses_it_in_another_case() {
    String local = Accounts.unique();
    String typed = "Ada." + local + "@CallLog.Example";
    var body = with("email", typed);
    assertThat(api.post(PATH, body).expect(201).text("/officer/email")).isEqualTo(typed);

    api.post(PATH, body).expectProblem(409, "email-taken");
    api.post(PATH, with("email", typed.toLowerCase(Locale.ROOT))).expectProblem(409, "email-taken");
    api.post(PATH, with("email", "  " + typed.toUpperCase(Locale.ROOT) + " "))
        .expectProblem(409, "email-taken");
  }

  @Test
  void refuses_an_email_that_looks_like_that_of_another_account() {
    String email = api.post(PATH, with("phone", null)).expect(201).text("/officer/email");

    for (String twin : List.of(email + "\u200B", "\uFEFF" + email, email.replace("@", "\u2060@"))) {
      api.post(PATH, with("email", twin)).expectProblem(409, "email-taken");
    }
  }

  @Test
  void refuses_the_email_of_an_account_created_by_an_administrator() {
    String email = accounts.officer(Accounts.newRegion()).email();

    api.post(PATH, with("email", email)).expectProblem(409, "email-taken");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          +44 20 7946 0958,  +442079460958
          +1 (202) 555-0143, +12025550143
          +49-30-901820,     +4930901820
          """)
  void normalises_the_phone(String typed, String kept) {
    assertThat(api.post(PATH, with("phone", typed)).expect(201).text("/officer/phone"))
        .isEqualTo(kept);
  }

  @Test
  void keeps_text_trimmed_and_composed() {
    Answer answer = api.post(PATH, with("name", "  Zoe\u0308 Müller\u00a0 ")).expect(201);

    assertThat(answer.text("/officer/name")).startsWith("Zo\u00eb Müller").doesNotStartWith(" ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role",
        "status",
        "region",
        "id",
        "version",
        "tokenVersion",
        "createdAt",
        "passwordHash",
        "Name"
      })
  void refuses_other_properties(String property) {
    Answer answer = api.post(PATH, with(property, "ADMIN")).expectProblem(400, "invalid-input");

    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + property);
    assertThat(answer.at("/errors")).hasSize(1);
  }

  @Test
  void reports_all_errors_together() {
    var body =
        Api.json(
            "name",
            7,
            "email",
            "nobody",
            "phone",
            "ring ring",
            "password",
            "short",
            "role",
            "ADMIN");
    Answer answer = api.post(PATH, body).expectProblem(400, "invalid-input");

    assertThat(answer.at("/errors").valueStream().map(e -> e.at("/pointer").asString()))
        .containsExactlyInAnyOrder("/name", "/email", "/phone", "/password", "/role");
    assertThat(answer.at("/errors").valueStream())
        .allSatisfy(e -> assertThat(e.at("/code").asString()).matches("[a-z]+(-[a-z]+)*"))
        .allSatisfy(e -> assertThat(e.at("/message").asString()).isNotBlank());
  }

  @Test
  void requires_a_name_an_email_and_a_password() {
    Answer answer = api.post(PATH, "{}").expectProblem(400, "invalid-input");

    assertThat(answer.at("/errors").valueStream().map(e -> e.at("/pointer").asString()))
        .containsExactlyInAnyOrder("/name", "/email", "/password");
    api.post(PATH, with("name", null)).expect(400);
    api.post(PATH, with("email", null)).expect(400);
    api.post(PATH, with("password", null)).expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "@calllog.example",
        "a@b",
        "a b@calllog.example",
        "a@@calllog.example",
        ""
      })
  void refuses_invalid_emails(String email) {
    assertThat(api.post(PATH, with("email", email)).expect(400).text("/errors/0/pointer"))
        .isEqualTo("/email");
  }

  @Test
  void limits_the_length_of_texts() {
    String domain = "@" + "d".repeat(60) + "." + "e".repeat(60) + "." + "f".repeat(60);
    String email = (Accounts.unique() + "x".repeat(52)).substring(0, 64) + domain;
    String longest = email + "." + "g".repeat(254 - email.length() - 1);
    var body = with("email", longest);
    body.put("name", "n".repeat(200));
    api.post(PATH, body).expect(201);

    api.post(PATH, with("email", longest.replaceFirst("x", "y") + "g")).expect(400);
    api.post(PATH, with("name", "n".repeat(201))).expect(400);
    api.post(PATH, with("name", "\ud83d\udcde".repeat(200))).expect(201);
    api.post(PATH, with("name", "\ud83d\udcde".repeat(201))).expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "two\nlines",
        "tab\there",
        "nul\0inside",
        "bell\u0007",
        "line\u2028separator"
      })
  void refuses_a_name_with_several_lines(String name) {
    assertThat(api.post(PATH, with("name", name)).expect(400).text("/errors/0/pointer"))
        .isEqualTo("/name");
  }

  @Test
  void refuses_duplicate_properties() {
    String twice =
        "{\"name\":\"A\",\"name\":\"B\",\"email\":\"%s@calllog.example\",\"password\":\"%s\"}"
            .formatted(Accounts.unique(), Accounts.PASSWORD);

    api.post(PATH, twice).expect(400);
  }

  @Test
  void refuses_bodies_other_than_a_json_object() {
    api.post(PATH, "{\"name\":").expectProblem(400, "malformed-json");
    api.post(PATH, "[]").expect(400);
    api.post(PATH, "null").expect(400);
    api.post(PATH, "").expect(400);
    api.send("POST", PATH, "text/plain", "{}").expect(415);
    api.send("POST", PATH, "application/x-www-form-urlencoded", "name=Ada").expect(415);
    api.post(PATH, with("name", "n".repeat(1024 * 1024))).expect(413);
    api.post(PATH + "?role=ADMIN", registration()).expect(400);
  }

  static Map<String, @Nullable Object> registration() {
    return Api.json(
        "name",
        "Ada " + Accounts.unique(),
        "email",
        Accounts.unique() + "@calllog.example",
        "password",
        Accounts.PASSWORD);
  }

  static Map<String, @Nullable Object> with(String property, @Nullable Object value) {
    var body = registration();
    body.put(property, value);
    return body;
  }
}
