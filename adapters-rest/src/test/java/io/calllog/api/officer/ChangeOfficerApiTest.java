package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code PUT} and {@code PATCH} of officers. {@link OfficerFieldRightsApiTest} tests the
 * permissions.
 */
@RestOnFakes
class ChangeOfficerApiTest {

  private final Accounts accounts;
  private final String region;

  ChangeOfficerApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
    accounts.region(region + "/UK");
    accounts.region("EMEA/UK/London");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          name,   Grace Hopper,        Grace Hopper
          name,   '  Grace Hopper ',   Grace Hopper
          phone,  +1 202 555 0143,     +12025550143
          region, EMEA/UK/London,      EMEA/UK/London
          region, '',                  ''
          role,   MANAGER,             MANAGER
          status, ON_LEAVE,            ON_LEAVE
          status, INACTIVE,            INACTIVE
          """)
  void patches_one_field_and_leaves_the_others(String field, String value, String kept) {
    Answer before = create().waitForLaterTime();
    Answer after = patch(before.id(), Api.json(field, value)).expect(200);

    assertThat(after.text("/" + field)).isEqualTo(kept);
    before
        .json()
        .propertyStream()
        .filter(other -> !List.of(field, "updatedAt", "version").contains(other.getKey()))
        .filter(other -> !field.equals("role") || !other.getKey().equals("leads"))
        .forEach(other -> assertThat(after.json().get(other.getKey())).isEqualTo(other.getValue()));
    assertThat(after.text("/updatedAt")).isGreaterThan(before.text("/updatedAt"));
    assertThat(after.etag()).isNotEqualTo(before.etag());
  }

  @Test
  void answers_a_change_as_it_can_be_read_afterwards() {
    Answer before = create();
    Answer after = patch(before.id(), Api.json("name", "New")).expect(200);
    Answer found = admin().get(Officers.at(before.id())).expect(200);

    after
        .json()
        .propertyStream()
        .forEach(field -> assertThat(found.json().get(field.getKey())).isEqualTo(field.getValue()));
    assertThat(versionOf(found)).isEqualTo(versionOf(after));
  }

  @Test
  void patch_with_null_removes_the_phone() {
    Answer before = create("phone", "+442079460958");

    assertThat(patch(before.id(), Api.json("phone", null)).expect(200).at("/phone").isNull())
        .isTrue();
  }

  @Test
  void patches_the_email_and_its_case() {
    Answer before = create();
    String other = Accounts.unique() + "@calllog.example";
    assertThat(patch(before.id(), Api.json("email", other)).expect(200).text("/email"))
        .isEqualTo(other);
    String upper = other.toUpperCase(Locale.ROOT);
    assertThat(patch(before.id(), Api.json("email", upper)).expect(200).text("/email"))
        .isEqualTo(upper);

    admin().post(Officers.PATH, Samples.officer("email", before.text("/email"))).expect(201);
    accounts.signIn(other, Accounts.PASSWORD);
  }

  @Test
  void an_equal_patch_changes_nothing() {
    Answer before = create();
    Answer none = patch(before.id(), "{}").expect(200);
    Answer same = patch(before.id(), Api.json("name", before.text("/name"))).expect(200);

    assertThat(none.json()).isEqualTo(before.json());
    assertThat(same.json()).isEqualTo(before.json());
    assertThat(same.etag()).isEqualTo(before.etag());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      textBlock =
          """
          name,   null
          name,   ''
          email,  null
          email,  nobody
          phone,  twelve
          region, null
          region, a//b
          role,   null
          role,   BOSS
          status, null
          status, GONE
          password, correct horse battery staple
          deletedAt, 2020-01-01T00:00:00Z
          """)
  void refuses_an_invalid(String field, @Nullable String value) {
    Answer answer =
        patch(create().id(), Api.json(field, value)).expectProblem(400, "invalid-input");

    assertThat(Officers.errors(answer)).containsExactly("/" + field);
  }

  @Test
  void reports_all_errors_of_a_patch_together() {
    Answer answer =
        admin()
            .patch(
                Officers.at(create().id()) + "?x=1",
                Api.json("name", "", "role", "X", "phone", 7, "boss", 1))
            .expect(400);

    assertThat(Officers.errors(answer))
        .containsExactlyInAnyOrder("/name", "/role", "/phone", "/boss", "x");
  }

  @Test
  void put_and_patch_have_their_own_media_types() {
    String path = Officers.at(create().id());

    admin().send("PATCH", path, "application/json", "{}").expect(200);
    admin().send("PATCH", path, "application/json-patch+json", "[]").expect(415);
    admin().send("PATCH", path, null, "{}").expect(415);
    admin().send("PUT", path, "application/merge-patch+json", "{}").expect(415);
    admin().patch(path, "[]").expect(400);
    admin().patch(path, "").expect(400);
  }

  @Test
  void refuses_the_email_of_another_officer() {
    Answer other = create();
    String email = other.text("/email").toUpperCase(Locale.ROOT);
    Answer before = create();

    patch(before.id(), Api.json("email", email)).expectProblem(409, "email-taken");
    put(before.id(), Api.json("name", "New", "email", email)).expectProblem(409, "email-taken");
    assertThat(admin().get(Officers.at(before.id())).expect(200).text("/name"))
        .isEqualTo(before.text("/name"));
  }

  @Test
  void put_replaces_all_properties() {
    Answer before = create();
    String email = Accounts.unique() + "@calllog.example";
    var body =
        Api.json(
            "name",
            "New",
            "email",
            email,
            "phone",
            "+12025550143",
            "region",
            region + "/UK",
            "role",
            "MANAGER",
            "status",
            "ON_LEAVE");
    Answer after = put(before.id(), body).expect(200);

    body.forEach((field, value) -> assertThat(after.text("/" + field)).isEqualTo(value));
    assertThat(after.text("/createdAt")).isEqualTo(before.text("/createdAt"));
    assertThat(after.id()).isEqualTo(before.id());
  }

  @Test
  void put_uses_defaults_but_keeps_the_region() {
    Answer before = create("phone", "+442079460958", "status", "ON_LEAVE", "role", "MANAGER");
    Answer after =
        put(before.id(), Api.json("name", "New", "email", before.text("/email"))).expect(200);

    assertThat(after.at("/phone").isNull()).isTrue();
    assertThat(after.text("/status")).isEqualTo("ACTIVE");
    assertThat(after.text("/region")).isEqualTo(region);
    // Documented: a PUT without the role keeps it.
    assertThat(after.text("/role")).isEqualTo("MANAGER");
  }

  @Test
  void put_requires_a_name_and_an_email() {
    assertThat(Officers.errors(put(create().id(), "{}").expect(400))).contains("/name");
    assertThat(Officers.errors(put(create().id(), Api.json("name", "New")).expect(400)))
        .containsExactly("/email");
    assertThat(
            Officers.errors(
                put(create().id(), Api.json("name", "New", "email", null, "x", 1)).expect(400)))
        .contains("/x");
  }

  @Test
  void refuses_the_password_in_a_put() {
    var body = Samples.officer();

    assertThat(Officers.errors(put(create().id(), body).expect(400))).containsExactly("/password");
  }

  @Test
  void shows_the_new_name_on_old_calls() {
    Account officer = accounts.officer(region);
    String call =
        Officers.call(officer.api(), officer.id(), "2026-01-01T10:00:00Z", 1, "BUSY").id();
    patch(officer.id(), Api.json("name", "Grace")).expect(200);

    assertThat(officer.api().get("/api/calls/" + call).expect(200).text("/officerName"))
        .isEqualTo("Grace");
  }

  private Answer create(String... fields) {
    var body = Samples.officer("region", region);
    body.putAll(Api.json((Object[]) fields));
    return admin().post(Officers.PATH, body).expect(201);
  }

  private Api admin() {
    return accounts.admin().api();
  }

  private Answer patch(String id, Object body) {
    return admin().patch(Officers.at(id), body);
  }

  private Answer put(String id, Object body) {
    return admin().put(Officers.at(id), body);
  }

  private static String versionOf(Answer answer) {
    return answer.etag().replaceAll("^\"([0-9]+).*", "$1");
  }
}
