package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import org.junit.jupiter.api.Test;

@RestOnFakes
class DeleteOfficerApiTest {

  private final Accounts accounts;
  private final String region;

  DeleteOfficerApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void hides_the_officer_everywhere() {
    Account officer = accounts.officer(region);
    Answer deleted = admin().delete(Officers.at(officer.id())).expect(204);
    assertThat(deleted.body()).isEmpty();

    String path = Officers.at(officer.id());
    admin().get(path).expectProblem(404, "not-found");
    admin().get(path + "/calls").expectProblem(404, "not-found");
    admin().delete(path).expectProblem(404, "not-found");
    admin().patch(path, Api.json("name", "New")).expectProblem(404, "not-found");
    admin().put(path, Api.json("name", "New", "email", officer.email())).expect(404);
    assertThat(admin().get(Officers.PATH + "?region=" + region).expect(200).at("/items")).isEmpty();
    assertThat(admin().get(Officers.PATH + "?count=true&region=" + region).at("/total").longValue())
        .isZero();
  }

  @Test
  void signs_the_officer_out() {
    Account officer = accounts.officer(region);
    admin().delete(Officers.at(officer.id())).expect(204);

    officer.awaitSignedOut();
    admin()
        .anonymous()
        .post("/api/auth/login", Api.json("email", officer.email(), "password", officer.password()))
        .expectProblem(401, "bad-credentials");
  }

  @Test
  void frees_the_email() {
    Account officer = accounts.officer(region);
    admin().delete(Officers.at(officer.id())).expect(204);
    var body = Samples.officer("email", officer.email());
    String successor = admin().post(Officers.PATH, body).expect(201).id();

    assertThat(successor).isNotEqualTo(officer.id());
    assertThat(accounts.signIn(officer.email(), Accounts.PASSWORD).id()).isEqualTo(successor);
    officer.awaitSignedOut();
    admin().delete(Officers.at(successor)).expect(204);
    admin().anonymous().post("/api/auth/register", body).expect(201);
  }

  @Test
  void keeps_the_calls() {
    Account officer = accounts.officer(region);
    String call =
        Officers.call(officer.api(), officer.id(), "2026-01-01T10:00:00Z", 7, "BUSY").id();
    admin().delete(Officers.at(officer.id())).expect(204);

    Answer found = admin().get("/api/calls/" + call).expect(200);
    assertThat(found.text("/officerId")).isEqualTo(officer.id());
    assertThat(found.text("/officerName")).isEqualTo(officer.name());
    assertThat(Officers.each(admin().get("/api/calls?officerId=" + officer.id()), "id"))
        .containsExactly(call);
    assertThat(Officers.each(admin().get("/api/calls?region=" + region), "id"))
        .containsExactly(call);
  }

  @Test
  void no_calls_can_be_logged_for_a_deleted_officer() {
    Account officer = accounts.officer(region);
    admin().delete(Officers.at(officer.id())).expect(204);
    var body =
        Api.json(
            "officerId", officer.id(), "type", "INCOMING", "outcome", "BUSY", "durationSeconds", 0);

    assertThat(Officers.errors(admin().post("/api/calls", body).expect(400)))
        .containsExactly("/officerId");
  }

  @Test
  void is_permitted_to_administrators_only() {
    Account officer = accounts.officer(region);
    Account manager = accounts.manager(region);

    officer.api().delete(Officers.at(officer.id())).expectProblem(403, "not-permitted");
    manager.api().delete(Officers.at(officer.id())).expectProblem(403, "not-permitted");
    manager.api().delete(Officers.at(manager.id())).expectProblem(403, "not-permitted");
    officer.api().delete(Officers.at(manager.id())).expectProblem(404, "not-found");
  }

  @Test
  void administrators_can_delete_themselves_if_another_one_is_left() {
    Account other = accounts.create("ADMIN", region);

    other.api().delete(Officers.at(other.id())).expect(204);
    other.awaitSignedOut();
  }

  private Api admin() {
    return accounts.admin().api();
  }
}
