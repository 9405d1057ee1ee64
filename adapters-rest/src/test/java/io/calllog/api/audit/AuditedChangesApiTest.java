package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Audit entries for changes, with old and new values and without secrets. */
@RestOnFakes
class AuditedChangesApiTest {

  private final Accounts accounts;
  private final String region;

  AuditedChangesApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void records_that_an_officer_is_created_changed_and_deleted() {
    Account officer = accounts.officer(region);
    String path = "/api/officers/" + officer.id();
    admin().patch(path, Api.json("name", "Zoe", "status", "ON_LEAVE")).expect(200);
    admin().patch(path, Api.json("name", "Zoe")).expect(200);
    admin().delete(path).expect(204);

    var entries = Trail.of(admin(), officer.id());
    assertThat(Trail.actions(entries))
        .containsExactly("OFFICER_DELETED", "OFFICER_CHANGED", "SIGNED_IN", "OFFICER_CREATED");
    assertThat(Trail.changes(entries.getFirst())).isEmpty();
    JsonNode changed = Trail.only(entries, "OFFICER_CHANGED", "DONE");
    assertThat(Trail.changes(changed))
        .containsExactly("name: " + officer.name() + " -> Zoe", "status: ACTIVE -> ON_LEAVE");
    assertThat(Trail.text(changed, "actorId")).isEqualTo(accounts.admin().id());
    assertThat(Trail.text(changed, "address")).isEqualTo("127.0.0.1");
    assertThat(Trail.text(changed, "subjectType")).isEqualTo("OFFICER");
    assertThat(Trail.changes(Trail.only(entries, "OFFICER_CREATED", "DONE")))
        .containsExactly(
            "name: null -> " + officer.name(),
            "email: null -> " + officer.email(),
            "region: null -> " + region,
            "role: null -> OFFICER",
            "status: null -> ACTIVE");
    assertThat(entries.toString()).doesNotContain(Accounts.PASSWORD).doesNotContain("$2");
  }

  @Test
  void a_registration_is_recorded() {
    String mail = Accounts.unique() + "@calllog.example";
    String id =
        admin()
            .anonymous()
            .post(
                "/api/auth/register",
                Api.json("name", "Eve", "email", mail, "password", Accounts.PASSWORD))
            .expect(201)
            .text("/officer/id");

    JsonNode entry = Trail.only(Trail.of(admin(), id), "OFFICER_REGISTERED", "DONE");
    assertThat(Trail.text(entry, "actorId")).isEqualTo(id);
    assertThat(Trail.text(entry, "address")).isEqualTo("127.0.0.1");
    assertThat(Trail.changes(entry)).contains("email: null -> " + mail);
    assertThat(entry.toString()).doesNotContain(Accounts.PASSWORD).doesNotContain("password");
  }

  @Test
  void records_that_a_client_is_created_changed_and_deleted() {
    Account officer = accounts.officer(region);
    Account manager = accounts.manager(region);
    String client = officer.api().post("/api/clients", Samples.wholeClient()).expect(201).id();
    String path = "/api/clients/" + client;
    officer
        .api()
        .patch(path, Api.json("phone", null, "ownerId", officer.id(), "status", "CONVERTED"))
        .expect(200);
    manager.api().delete(path).expect(204);

    var entries = Trail.of(manager.api(), client);
    assertThat(Trail.actions(entries))
        .containsExactly("CLIENT_DELETED", "CLIENT_CHANGED", "CLIENT_CREATED");
    assertThat(Trail.changes(Trail.only(entries, "CLIENT_CHANGED", "DONE")))
        .containsExactly(
            "phones: +442079460958 -> null",
            "status: ACTIVE -> CONVERTED",
            "ownerId: null -> " + officer.id());
    assertThat(Trail.changes(Trail.only(entries, "CLIENT_CREATED", "DONE")))
        .contains(
            "company: null -> Ludgate & Sons",
            "email: null -> Ada@Ludgate.example",
            "address: null -> 12 Fleet Street\nLondon");
    assertThat(Trail.text(entries.getFirst(), "actorId")).isEqualTo(manager.id());
  }

  @Test
  void records_that_a_call_is_changed_and_deleted_but_not_that_it_is_logged() {
    Account officer = accounts.officer(region);
    String call =
        officer.api().post("/api/calls", Samples.call("comment", "First")).expect(201).id();
    assertThat(Trail.of(admin(), call)).isEmpty();
    String path = "/api/calls/" + call;
    officer.api().patch(path, Api.json("durationSeconds", 90, "comment", "Second")).expect(200);
    officer.api().patch(path, Api.json("durationSeconds", 90)).expect(200);
    officer.api().delete(path).expect(204);

    var entries = Trail.of(admin(), call);
    assertThat(Trail.actions(entries)).containsExactly("CALL_DELETED", "CALL_CHANGED");
    assertThat(Trail.changes(entries.getLast()))
        .containsExactly("durationSeconds: 60 -> 90", "comment: First -> Second");
  }

  @Test
  void a_failed_change_is_not_recorded() {
    Account officer = accounts.officer(region);
    String client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    String path = "/api/clients/" + client;
    officer.api().ifMatch("\"77\"").patch(path, Api.json("name", "Other")).expect(412);
    officer
        .api()
        .patch(path, Api.json("ownerId", "00000000-0000-7000-8000-000000000000"))
        .expect(400);

    assertThat(Trail.actions(Trail.of(admin(), client))).containsExactly("CLIENT_CREATED");
  }

  private Api admin() {
    return accounts.admin().api();
  }
}
