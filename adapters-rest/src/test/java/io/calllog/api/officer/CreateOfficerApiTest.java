package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RestOnFakes
class CreateOfficerApiTest {

  private final Accounts accounts;

  CreateOfficerApiTest(Accounts accounts) {
    this.accounts = accounts;
  }

  @Test
  void creates_an_officer_with_all_properties() {
    String region = accounts.region(Accounts.newRegion() + "/UK");
    var body =
        Samples.officer(
            "phone", "+44 20 7946 0958", "region", region, "role", "MANAGER", "status", "ON_LEAVE");
    Answer answer = post(body).expect(201);

    assertThat(answer.json().propertyNames())
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
            "updatedAt",
            "version");
    assertThat(UUID.fromString(answer.id()).version()).isEqualTo(7);
    assertThat(answer.text("/name")).isEqualTo(body.get("name"));
    assertThat(answer.text("/email")).isEqualTo(body.get("email"));
    assertThat(answer.text("/phone")).isEqualTo("+442079460958");
    assertThat(answer.text("/region")).isEqualTo(region);
    assertThat(answer.text("/role")).isEqualTo("MANAGER");
    assertThat(answer.text("/status")).isEqualTo("ON_LEAVE");
    assertThat(answer.text("/createdAt")).endsWith("Z").isEqualTo(answer.text("/updatedAt"));
  }

  @Test
  void returns_location_and_entity_tag() {
    Answer answer = post(Samples.officer()).expect(201);

    assertThat(answer.header("Location")).endsWith(Officers.at(answer.id()));
    assertThat(answer.etag()).matches("\"[0-9]+\"");
    Answer found = admin().get(Officers.at(answer.id())).expect(200);
    answer
        .json()
        .propertyStream()
        .forEach(field -> assertThat(found.json().get(field.getKey())).isEqualTo(field.getValue()));
  }

  @Test
  void defaults_to_an_active_unassigned_officer() {
    Answer answer = post(Samples.officer()).expect(201);

    assertThat(answer.text("/region")).isEqualTo("unassigned");
    assertThat(answer.text("/role")).isEqualTo("OFFICER");
    assertThat(answer.text("/status")).isEqualTo("ACTIVE");
    assertThat(answer.at("/phone").isNull()).isTrue();
  }

  @Test
  void treats_null_as_omitted() {
    var body = Samples.officer("phone", null, "region", null, "role", null, "status", null);
    Answer answer = post(body).expect(201);

    assertThat(answer.text("/region")).isEqualTo("unassigned");
    assertThat(answer.text("/role")).isEqualTo("OFFICER");
    assertThat(answer.text("/status")).isEqualTo("ACTIVE");
  }

  @Test
  void the_officer_can_sign_in_unless_inactive() {
    var active = Samples.officer();
    var inactive = Samples.officer("status", "INACTIVE");
    post(active).expect(201);
    post(inactive).expect(201);

    login(active.get("email")).expect(200);
    login(inactive.get("email")).expect(401);
  }

  @Test
  void places_in_the_root_region() {
    assertThat(post(Samples.officer("region", "")).expect(201).text("/region")).isEmpty();
  }

  @Test
  void refuses_an_email_that_is_taken_in_any_case() {
    var body = Samples.officer();
    post(body).expect(201);

    post(Samples.officer("email", body.get("email"))).expectProblem(409, "email-taken");
    String other = String.valueOf(body.get("email")).toUpperCase(Locale.ROOT);
    post(Samples.officer("email", other)).expectProblem(409, "email-taken");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          name,     ' '
          email,    nobody
          password, short
          phone,    12
          phone,    call me
          region,   EMEA//UK
          region,   /EMEA
          region,   EMEA/
          region,   EMEA/U*K
          region,   a/b/c/d/e/f/g
          role,     BOSS
          role,     officer
          role,     ''
          status,   GONE
          id,       0197f000-0000-7000-8000-000000000000
          version,  1
          createdAt, 2020-01-01T00:00:00Z
          """)
  void refuses_an_invalid(String field, String value) {
    Answer answer = post(Samples.officer(field, value)).expectProblem(400, "invalid-input");

    assertThat(Officers.errors(answer)).containsExactly("/" + field);
  }

  @Test
  void refuses_a_region_that_is_too_long() {
    String segment = "s".repeat(40);
    String longest = String.join("/", segment, segment, segment, segment, "s".repeat(36));
    assertThat(longest).hasSize(200);
    post(Samples.officer("region", accounts.region(longest))).expect(201);

    post(Samples.officer("region", longest + "s")).expect(400);
    post(Samples.officer("region", segment + "s")).expect(400);
  }

  @Test
  void reports_all_errors_together() {
    var body =
        Samples.officer(
            "name",
            7,
            "email",
            "x",
            "password",
            "x",
            "phone",
            "x",
            "region",
            "*",
            "role",
            "X",
            "status",
            true,
            "boss",
            null);
    Answer answer =
        admin().post(Officers.PATH + "?dry=1", body).expectProblem(400, "invalid-input");

    assertThat(Officers.errors(answer))
        .containsExactlyInAnyOrder(
            "/name",
            "/email",
            "/password",
            "/phone",
            "/region",
            "/role",
            "/status",
            "/boss",
            "dry");
  }

  @Test
  void requires_a_name_an_email_and_a_password() {
    assertThat(Officers.errors(post(Api.json()).expect(400)))
        .containsExactlyInAnyOrder("/name", "/email", "/password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFFICER", "MANAGER"})
  void is_permitted_to_administrators_only(String role) {
    String region = Accounts.newRegion();
    Api api = accounts.create(role, region).api();

    api.post(Officers.PATH, Samples.officer("region", region)).expect(403);
    api.post(Officers.PATH, Samples.officer()).expectProblem(403, "not-permitted");
  }

  private Api admin() {
    return accounts.admin().api();
  }

  private Answer post(Object body) {
    return admin().post(Officers.PATH, body);
  }

  private Answer login(@Nullable Object email) {
    return admin()
        .anonymous()
        .post("/api/auth/login", Api.json("email", email, "password", Accounts.PASSWORD));
  }
}
