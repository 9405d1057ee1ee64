package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The regions that a manager leads. */
@RestOnFakes
class LeadsApiTest {

  private final Accounts accounts;
  private final Api admin;
  private final String root;
  private final List<String> several;

  LeadsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
    this.root = accounts.region(Accounts.newRegion());
    this.several = List.of(accounts.region(root + "/UK"), accounts.region(root + "/IE"));
  }

  @Test
  void are_shown_wherever_an_officer_is() {
    var body = Samples.officer("region", root, "role", "MANAGER", "leads", several);
    Answer created = admin.post(Officers.PATH, body).expect(201);
    String path = Officers.at(created.id());
    assertThat(leads(created)).isEqualTo(several);
    assertThat(leads(admin.get(path))).isEqualTo(several);
    JsonNode listed = admin.get(Officers.PATH + "?q=" + body.get("email")).at("/items/0");
    assertThat(listed.at("/leads")).isEqualTo(created.at("/leads"));
    assertThat(leads(admin.patch(path, Api.json("name", "New")))).isEqualTo(several);
    var credentials = Api.json("email", body.get("email"), "password", Accounts.PASSWORD);
    Answer signedIn = admin.anonymous().post("/api/auth/login", credentials).expect(200);
    assertThat(signedIn.at("/officer/leads")).isEqualTo(created.at("/leads"));
    Api self = admin.as(signedIn.text("/accessToken"));
    assertThat(leads(self.get("/api/auth/profile"))).isEqualTo(several);
  }

  @ParameterizedTest
  @CsvSource({"OFFICER, false", "MANAGER, true", "ADMIN, false"})
  void are_the_own_region_of_a_manager_by_default(String role, boolean leads) {
    for (Object none : Arrays.asList(null, List.of())) {
      Answer created =
          admin
              .post(Officers.PATH, Samples.officer("region", root, "role", role, "leads", none))
              .expect(201);
      assertThat(leads(created)).isEqualTo(leads ? List.of(root) : List.of());
      assertThat(leads(patch(created, Api.json("region", root + "/UK")).expect(200)))
          .isEqualTo(leads ? List.of(root + "/UK") : List.of());
    }
  }

  @Test
  void are_the_default_again_when_the_own_region_or_none_is_given() {
    Answer manager = manager(several);

    assertThat(leads(patch(manager, Api.json("leads", List.of())))).containsExactly(root);
    patch(manager, Api.json("leads", several)).expect(200);
    assertThat(leads(patch(manager, Api.json("leads", List.of(root))))).containsExactly(root);
    assertThat(leads(patch(manager, Api.json("region", root + "/UK"))))
        .containsExactly(root + "/UK");
  }

  @Test
  void are_kept_in_the_order_given_without_duplicates() {
    List<String> given = List.of(root + "/UK", root, root + "/UK", root + "/IE", root);

    assertThat(leads(manager(given))).containsExactly(root + "/UK", root, root + "/IE");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void do_not_change_when_what_was_read_is_sent_back(boolean leadsSeveral) {
    Answer before = manager(leadsSeveral ? several : List.of());
    var body = Api.json();
    for (String field :
        new String[] {"name", "email", "phone", "region", "leads", "role", "status"}) {
      body.put(field, before.at("/" + field));
    }

    for (Answer after : List.of(put(before, body), patch(before, body))) {
      assertThat(after.expect(200).json()).isEqualTo(before.json());
      assertThat(after.etag()).isEqualTo(before.etag());
    }
  }

  @Test
  void are_kept_by_a_put_that_leaves_them_out() {
    Answer before = manager(several);
    var body = Api.json("name", "New", "email", before.text("/email"));

    assertThat(leads(put(before, body).expect(200))).isEqualTo(several);
    body.put("leads", null);
    assertThat(leads(put(before, body).expect(200))).isEqualTo(several);
    body.put("leads", List.of(root + "/IE"));
    assertThat(leads(put(before, body).expect(200))).containsExactly(root + "/IE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFFICER", "ADMIN"})
  void are_for_managers_only(String role) {
    var body = Samples.officer("region", root, "role", role, "leads", several);
    refused(admin.post(Officers.PATH, body), "not-a-manager");
    body.remove("leads");
    Answer other = admin.post(Officers.PATH, body).expect(201);
    refused(patch(other, Api.json("leads", several)), "not-a-manager");
    assertThat(leads(patch(other, Api.json("role", "MANAGER", "leads", several)).expect(200)))
        .isEqualTo(several);

    refused(patch(other, Api.json("role", role)), "not-a-manager");
    assertThat(leads(patch(other, Api.json("role", role, "leads", List.of())).expect(200)))
        .isEmpty();
  }

  @Test
  void are_at_most_50() {
    List<String> most =
        IntStream.range(0, 50).mapToObj(i -> accounts.region(root + "/R" + i)).toList();
    Answer manager = manager(most);
    assertThat(leads(manager)).isEqualTo(most);
    List<String> more = IntStream.range(0, 51).mapToObj(i -> root + "/R" + i).toList();

    refused(patch(manager, Api.json("leads", more)), "too-many");
    refused(
        admin.post(Officers.PATH, Samples.officer("role", "MANAGER", "leads", more)), "too-many");
  }

  @Test
  void are_regions_that_exist() {
    Answer manager = manager(several);

    refused(patch(manager, Api.json("leads", List.of(root, root + "/New"))), "unknown-reference");
    refused(
        admin.post(
            Officers.PATH, Samples.officer("role", "MANAGER", "leads", List.of(root + "/New"))),
        "unknown-reference");
    assertThat(leads(admin.get(Officers.at(manager.id())))).isEqualTo(several);
  }

  @Test
  void are_checked_one_by_one() {
    Answer manager = manager(several);
    var body = Api.json("leads", Arrays.asList(root, "a//b", 7, null, List.of(), Api.json()));
    List<String> wrong = List.of("/leads/1", "/leads/2", "/leads/3", "/leads/4", "/leads/5");

    assertThat(Officers.errors(patch(manager, body).expect(400))).isEqualTo(wrong);
    assertThat(Officers.errors(put(manager, body).expect(400))).containsAll(wrong);
    for (Object noList : new Object[] {root, 7, true, Api.json("0", root)}) {
      assertThat(Officers.errors(patch(manager, Api.json("leads", noList)).expect(400)))
          .containsExactly("/leads");
    }
    refused(patch(manager, Api.json("leads", null)), "required");
  }

  @Test
  void are_given_by_administrators_only() {
    Account leader = accounts.leader(root, root + "/UK", root + "/IE");
    String officer = accounts.officer(root + "/UK").id();

    for (String id : List.of(leader.id(), officer)) {
      var more = Api.json("name", "New", "leads", List.of(root));
      leader.api().patch(Officers.at(id), more).expectProblem(403, "not-permitted");
      leader.api().put(Officers.at(id), more).expectProblem(403, "not-permitted");
    }
    leader
        .api()
        .patch(Officers.at(leader.id()), Api.json("leads", several, "name", "New"))
        .expect(200);
  }

  @Test
  void count_from_the_next_token_on() {
    Account manager = accounts.manager(root + "/UK");
    String officer = accounts.officer(root + "/IE").id();
    manager.api().get(Officers.at(officer)).expect(404);

    admin.patch(Officers.at(manager.id()), Api.json("leads", List.of(root + "/IE"))).expect(200);
    manager.awaitSignedOut();

    Api again = accounts.signIn(manager.email(), manager.password()).api();
    again.get(Officers.at(officer)).expect(200);
    again.get(Officers.at(manager.id())).expect(200);
  }

  private Answer manager(List<String> leads) {
    return admin
        .post(Officers.PATH, Samples.officer("region", root, "role", "MANAGER", "leads", leads))
        .expect(201);
  }

  private Answer patch(Answer officer, Object body) {
    return admin.patch(Officers.at(officer.id()), body);
  }

  private Answer put(Answer officer, Object body) {
    return admin.put(Officers.at(officer.id()), body);
  }

  private static List<String> leads(Answer officer) {
    return officer.at("/leads").valueStream().map(JsonNode::asString).toList();
  }

  private static void refused(Answer answer, String code) {
    assertThat(Officers.errors(answer.expect(400))).containsExactly("/leads");
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
  }
}
