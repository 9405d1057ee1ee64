package io.calllog.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of passwords, for registration and for officers whom an administrator creates. */
@RestOnFakes
class PasswordRulesApiTest {

  private static final String REGISTER = "/api/auth/register";

  private final Api api;
  private final Accounts accounts;

  PasswordRulesApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  /** 1, 2, 3 and 4 bytes of UTF-8 each. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          x, 11, 400
          xyz-, 3, 201
          x, 72, 201
          x, 73, 400
          é, 5,  400
          é, 6,  201
          é, 36, 201
          é, 37, 400
          €, 3,  400
          €, 4,  201
          €, 24, 201
          €, 25, 400
          🔑, 2, 400
          🔑, 3, 201
          🔑, 18, 201
          🔑, 19, 400
          """)
  void has_12_to_72_bytes(String character, int times, int status) {
    var body = RegisterApiTest.with("password", character.repeat(times));
    Answer answer = api.post(REGISTER, body).expect(status);

    if (status == 400) {
      assertThat(answer.at("/errors")).hasSize(1);
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/password");
    }
  }

  @Test
  void of_72_bytes_counts_to_its_last_byte() {
    String password = "é".repeat(35) + "ab";
    var body = RegisterApiTest.with("password", password);
    api.post(REGISTER, body).expect(201);

    login(body.get("email"), password).expect(200);
    login(body.get("email"), "é".repeat(35) + "ac").expect(401);
    login(body.get("email"), password + "x").expect(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000administrator", "000ADMINISTRATOR", "000000000000"})
  void must_not_be_common(String password) {
    Answer answer = api.post(REGISTER, RegisterApiTest.with("password", password)).expect(400);

    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/password");
    assertThat(answer.body()).doesNotContain(password);
  }

  @Test
  void must_not_be_the_name_or_the_email() {
    var body = RegisterApiTest.registration();
    for (String field : new String[] {"name", "email"}) {
      String value = String.valueOf(body.get(field));
      for (String password : new String[] {value, value.toUpperCase(Locale.ROOT)}) {
        body.put("password", password);
        Answer answer = api.post(REGISTER, body).expect(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/password");
      }
    }
  }

  @Test
  void is_never_trimmed() {
    String password = "  " + Accounts.unique() + "  ";
    var body = RegisterApiTest.with("password", password);
    api.post(REGISTER, body).expect(201);

    login(body.get("email"), password).expect(200);
    login(body.get("email"), password.strip()).expect(401);
  }

  @Test
  void is_normalised_to_unicode_nfc() {
    var body = RegisterApiTest.with("password", "cafe\u0301 au lait please");
    api.post(REGISTER, body).expect(201);

    login(body.get("email"), "caf\u00e9 au lait please").expect(200);
  }

  @Test
  void must_be_text() {
    api.post(REGISTER, RegisterApiTest.with("password", 123456789012L)).expect(400);
    api.post(REGISTER, RegisterApiTest.with("password", "nul\0in the middle")).expect(400);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          x, 11, 400
          é, 5,  400
          é, 6,  201
          €, 24, 201
          €, 25, 400
          """)
  void the_rules_apply_to_administrators_who_set_it(String character, int times, int status) {
    var body = RegisterApiTest.with("password", character.repeat(times));

    accounts.admin().api().post("/api/officers", body).expect(status);
  }

  @Test
  void must_not_be_common_or_obvious_if_an_administrator_sets_it() {
    Api admin = accounts.admin().api();
    var body = RegisterApiTest.with("password", "000administrator");
    admin.post("/api/officers", body).expect(400);
    body.put("password", body.get("email"));
    Answer answer = admin.post("/api/officers", body).expect(400);

    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/password");
  }

  private Answer login(@Nullable Object email, String password) {
    return api.post("/api/auth/login", Api.json("email", email, "password", password));
  }
}
