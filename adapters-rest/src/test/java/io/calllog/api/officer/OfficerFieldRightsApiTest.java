package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The properties of officers that each role may change. */
@RestOnFakes
class OfficerFieldRightsApiTest {

  private final Accounts accounts;
  private final String region;

  OfficerFieldRightsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
    accounts.region(region + "/UK/London");
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          actor   | subject | name | phone | email | region | role | status
          OFFICER | self    | 200  | 200   | 403   | 403    | 403  | 403
          MANAGER | self    | 200  | 200   | 403   | 403    | 403  | 403
          MANAGER | OFFICER | 200  | 200   | 403   | 403    | 403  | 200
          MANAGER | MANAGER | 403  | 403   | 403   | 403    | 403  | 403
          MANAGER | ADMIN   | 403  | 403   | 403   | 403    | 403  | 403
          ADMIN   | OFFICER | 200  | 200   | 200   | 200    | 200  | 200
          ADMIN   | MANAGER | 200  | 200   | 200   | 200    | 200  | 200
          ADMIN   | ADMIN   | 200  | 200   | 200   | 200    | 200  | 200
          """)
  void depend_on_the_role(
      String actor,
      String subject,
      int name,
      int phone,
      int email,
      int region,
      int role,
      int status) {
    Account account = accounts.create(actor, this.region);
    String id = subject.equals("self") ? account.id() : subjectOf(subject).id();
    Api api = account.api();

    patch(api, id, "name", "New " + Accounts.unique(), name);
    patch(api, id, "phone", "+12025550143", phone);
    patch(api, id, "email", Accounts.unique() + "@calllog.example", email);
    patch(api, id, "status", "ON_LEAVE", status);
    patch(api, id, "region", this.region + "/UK/London", region);
    patch(api, id, "role", role(id).equals("OFFICER") ? "MANAGER" : "OFFICER", role);
  }

  @ParameterizedTest
  @CsvSource({"OFFICER, self", "MANAGER, self", "MANAGER, OFFICER", "ADMIN, OFFICER"})
  void an_unchanged_value_is_no_change(String actor, String subject) {
    Account account = accounts.create(actor, region);
    String id = subject.equals("self") ? account.id() : subjectOf(subject).id();
    Answer before = account.api().get(Officers.at(id)).expect(200);
    var all = Api.json();
    for (String field : new String[] {"name", "email", "phone", "region", "role", "status"}) {
      all.put(field, before.at("/" + field).isNull() ? null : before.text("/" + field));
    }

    all.put("leads", before.at("/leads"));

    Answer patched = account.api().patch(Officers.at(id), all).expect(200);
    assertThat(patched.text("/updatedAt")).isEqualTo(before.text("/updatedAt"));
    Answer replaced = account.api().put(Officers.at(id), all).expect(200);
    assertThat(replaced.text("/updatedAt")).isEqualTo(before.text("/updatedAt"));
    all.put("name", "New");
    assertThat(account.api().put(Officers.at(id), all).expect(200).text("/name")).isEqualTo("New");
  }

  @ParameterizedTest
  @CsvSource({
    "email, new@calllog.example",
    "region, unassigned",
    "role, ADMIN",
    "status, ON_LEAVE"
  })
  void apply_to_put(String field, String value) {
    Account officer = accounts.officer(region);
    var body = Api.json("name", "New", "email", officer.email());
    body.put(field, value);

    officer.api().put(Officers.at(officer.id()), body).expectProblem(403, "not-permitted");
    assertThat(officer.api().get(Officers.at(officer.id())).text("/name"))
        .isEqualTo(officer.name());
  }

  @Test
  void a_refused_field_leaves_all_fields_unchanged() {
    Account officer = accounts.officer(region);
    var body = Api.json("name", "New", "phone", "+12025550143", "role", "ADMIN");

    officer.api().patch(Officers.at(officer.id()), body).expectProblem(403, "not-permitted");
    Answer after = officer.api().get(Officers.at(officer.id())).expect(200);
    assertThat(after.text("/name")).isEqualTo(officer.name());
    assertThat(after.at("/phone").isNull()).isTrue();
  }

  @Test
  void an_officer_can_omit_protected_fields_in_a_put() {
    Account officer = accounts.officer(region);
    accounts
        .admin()
        .api()
        .patch(Officers.at(officer.id()), Api.json("status", "ON_LEAVE", "phone", "+12025550143"))
        .expect(200);
    Answer after =
        officer.api().put(Officers.at(officer.id()), Api.json("name", "New")).expect(200);

    assertThat(after.text("/name")).isEqualTo("New");
    assertThat(after.at("/phone").isNull()).isTrue();
    assertThat(after.text("/status")).isEqualTo("ON_LEAVE");
    assertThat(after.text("/email")).isEqualTo(officer.email());
    assertThat(after.text("/region")).isEqualTo(region);
  }

  @Test
  void a_manager_can_deactivate_and_activate_an_officer() {
    Api manager = accounts.manager(region).api();
    Account officer = accounts.officer(region + "/UK");

    manager.patch(Officers.at(officer.id()), Api.json("status", "INACTIVE")).expect(200);
    officer.awaitSignedOut();
    manager.patch(Officers.at(officer.id()), Api.json("status", "ACTIVE")).expect(200);
    accounts.signIn(officer.email(), officer.password());
  }

  private Account subjectOf(String role) {
    return accounts.create(role, region + "/UK");
  }

  private String role(String id) {
    return accounts.admin().api().get(Officers.at(id)).expect(200).text("/role");
  }

  private static void patch(Api api, String id, String field, String value, int status) {
    Answer answer = api.patch(Officers.at(id), Api.json(field, value)).expect(status);
    if (status == 200) {
      assertThat(answer.text("/" + field)).isEqualTo(value);
    } else {
      answer.expectProblem(403, "not-permitted");
    }
  }
}
