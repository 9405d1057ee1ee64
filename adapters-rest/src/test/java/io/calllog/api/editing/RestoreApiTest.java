package io.calllog.api.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What was deleted comes back. */
@RestOnFakes
class RestoreApiTest {

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;
  private final Api admin;

  RestoreApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
    this.admin = accounts.admin().api();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls", "clients", "officers"})
  void everything_comes_back_as_it_was_with_its_history(String kind) {
    String client = officer.api().post("/api/clients", Samples.wholeClient()).expect(201).id();
    String call = officer.api().post("/api/calls", Samples.call("clientId", client)).id();
    String path =
        "/api/"
            + kind
            + "/"
            + switch (kind) {
              case "calls" -> call;
              case "clients" -> client;
              default -> officer.id();
            };
    Answer before = admin.get(path).expect(200);
    admin.delete(path).expect(204);
    admin.get(path).expectProblem(404, "not-found");

    Answer restored = restore(admin, path).expect(200);

    assertThat(restored.etag()).isNotEqualTo(before.etag());
    Answer after = admin.get(path).expect(200);
    assertThat(withoutVersion(after)).isEqualTo(withoutVersion(before));
    assertThat(restore(admin, path).expect(200).etag()).isEqualTo(restored.etag());
  }

  @Test
  void a_restored_call_counts_again_and_can_be_repeated() {
    String summary = "/api/analytics/summary?region=" + manager.region();
    var start = Instant.now();
    var call = Samples.call("id", Samples.callId(start), "startedAt", start.toString());
    String path = "/api/calls/" + officer.api().post("/api/calls", call).expect(201).id();
    officer.api().delete(path).expect(204);
    officer.api().post("/api/calls", call).expectProblem(409, "call-deleted");

    restore(officer.api(), path).expect(200);

    assertThat(manager.api().get(summary).at("/calls/value").asInt()).isEqualTo(1);
    officer.api().post("/api/calls", call).expect(200);
    assertThat(officer.api().get(path + "/revisions").at("/items"))
        .map(item -> item.at("/action").asString())
        .containsExactly("CALL_RESTORED", "CALL_DELETED");
  }

  @Test
  void a_restored_officer_signs_in_with_the_password_they_had() {
    String path = "/api/officers/" + officer.id();
    admin.delete(path).expect(204);
    officer.awaitSignedOut();

    restore(admin, path).expect(200);

    officer.api().get("/api/auth/profile").expect(401);
    assertThat(accounts.signIn(officer.email(), officer.password()).id()).isEqualTo(officer.id());
  }

  @Test
  void the_address_and_the_external_id_must_be_free() {
    admin.delete("/api/officers/" + officer.id()).expect(204);
    var successor =
        Api.json("name", "New", "email", officer.email(), "password", Accounts.PASSWORD);
    admin.post("/api/officers", successor).expect(201);
    restore(admin, "/api/officers/" + officer.id()).expectProblem(409, "email-taken");

    var client = Samples.client("externalId", Accounts.unique());
    String path = "/api/clients/" + admin.post("/api/clients", client).expect(201).id();
    admin.delete(path).expect(204);
    admin.post("/api/clients", client).expect(201);
    restore(admin, path).expectProblem(409, "external-id-taken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "officers"})
  void what_was_erased_is_gone(String kind) {
    String path =
        kind.equals("officers")
            ? "/api/officers/" + officer.id()
            : "/api/clients/" + manager.api().post("/api/clients", Samples.client()).id();
    admin.post(path + "/erase", Api.json()).expect(204);

    restore(admin, path).expectProblem(409, "erased");
  }

  @Test
  void regions_that_were_deleted_must_be_created_again() {
    String led = accounts.region(Accounts.newRegion());
    Account leader = accounts.leader(manager.region(), led);
    String path = "/api/officers/" + leader.id();
    admin.delete(path).expect(204);
    admin.delete("/api/regions/" + region(led)).expect(204);

    assertThat(restore(admin, path).expectProblem(409, "region-deleted").text("/detail"))
        .contains("'" + led + "'");
    admin.post("/api/regions", Api.json("path", led)).expect(201);
    assertThat(restore(admin, path).expect(200).text("/leads/0")).isEqualTo(led);
  }

  private String region(String path) {
    return admin.items("/api/regions?limit=200").stream()
        .filter(region -> region.at("/path").asString().equals(path))
        .map(region -> region.at("/id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static Answer restore(Api api, String path) {
    return api.post(path + "/restore", Api.json());
  }

  private static ObjectNode withoutVersion(Answer answer) {
    var json = (ObjectNode) answer.json();
    json.remove(List.of("version", "updatedAt"));
    return json;
  }
}
