package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PUT}, {@code PATCH} and {@code DELETE} of clients. */
@RestOnFakes
class ChangeClientApiTest {

  private final Accounts accounts;
  private final Account manager;

  ChangeClientApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
  }

  @Test
  void put_removes_omitted_properties_except_the_region() {
    Answer before = enterWhole().waitForLaterTime();
    Answer after = manager.api().put(at(before), Api.json("name", "Bob")).expect(200);

    assertThat(after.text("/name")).isEqualTo("Bob");
    for (String field : new String[] {"company", "phone", "email", "address", "ownerId"}) {
      assertThat(after.at("/" + field).isNull()).as(field).isTrue();
    }
    assertThat(after.text("/status")).isEqualTo("LEAD");
    assertThat(after.text("/region")).isEqualTo(manager.region() + "/North");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.text("/createdAt")).isEqualTo(before.text("/createdAt"));
    assertThat(after.text("/updatedAt")).isGreaterThan(before.text("/updatedAt"));
    assertThat(after.etag()).isEqualTo("\"1\"");
    assertThat(manager.api().get(at(before)).text("/name")).isEqualTo("Bob");
  }

  @Test
  void put_replaces_all_properties() {
    String path = at(manager.api().post("/api/clients", Samples.client()).expect(201));
    String south = accounts.region(manager.region() + "/South");
    Answer after =
        manager
            .api()
            .put(path, Samples.wholeClient("name", "Bob", "region", south, "ownerId", manager.id()))
            .expect(200);
    assertThat(after.text("/region")).isEqualTo(south);
    assertThat(after.text("/status")).isEqualTo("ACTIVE");
    assertThat(after.text("/company")).isEqualTo("Ludgate & Sons");
    assertThat(after.text("/ownerId")).isEqualTo(manager.id());
  }

  @Test
  void put_requires_a_name() {
    String path = at(enterWhole());
    Answer refused = manager.api().put(path, Api.json("company", "Acme", "id", "x", "owner", 1));
    assertThat(ProblemShape.places(refused)).containsExactlyInAnyOrder("/name", "/owner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"company", "phone", "email", "address", "ownerId"})
  void patch_with_null_removes_a_property(String field) {
    Answer before = enterWhole();
    Answer after = manager.api().patch(at(before), Api.json(field, null)).expect(200);
    for (String other : after.json().propertyNames()) {
      if (other.equals(field)) {
        assertThat(after.at("/" + other).isNull()).isTrue();
      } else if (!List.of("updatedAt", "version", "phones").contains(other)) {
        assertThat(after.at("/" + other)).as(other).isEqualTo(before.at("/" + other));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "status", "region"})
  void patch_with_null_is_refused_for_required_properties(String field) {
    Answer refused = manager.api().patch(at(enterWhole()), Api.json(field, null));
    assertThat(ProblemShape.places(refused)).containsExactly("/" + field);
  }

  @Test
  void patch_changes_only_the_given_properties() {
    Answer before = enterWhole();
    Answer after =
        manager
            .api()
            .patch(at(before), Api.json("phone", "+1 212 555 0100", "status", "CONVERTED"))
            .expect(200);
    assertThat(after.text("/phone")).isEqualTo("+12125550100");
    assertThat(after.text("/status")).isEqualTo("CONVERTED");
    assertThat(after.text("/name")).isEqualTo(before.text("/name"));
    assertThat(after.text("/address")).isEqualTo(before.text("/address"));
    assertThat(after.text("/ownerId")).isEqualTo(before.text("/ownerId"));
  }

  @Test
  void an_empty_patch_changes_nothing() {
    Answer before = enterWhole();
    Answer after = manager.api().patch(at(before), Api.json()).expect(200);
    for (String property : after.json().propertyNames()) {
      assertThat(after.at("/" + property)).as(property).isEqualTo(before.at("/" + property));
    }
    assertThat(after.etag()).isEqualTo(before.etag());
  }

  @Test
  void patch_reports_all_errors_together() {
    Answer refused =
        manager
            .api()
            .patch(
                at(enterWhole()) + "?force=true",
                Api.json("name", 1, "phone", "x", "status", "x", "created", null));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder("?force", "/name", "/phone", "/status", "/created");
  }

  @Test
  void put_and_patch_have_their_own_media_types() {
    String path = at(enterWhole());
    Api api = manager.api();
    var name = Api.json("name", "Bob");
    api.send("PATCH", path, "application/json", name).expect(200);
    api.send("PATCH", path, "application/json-patch+json", "[]")
        .expectProblem(415, "unsupported-media-type");
    api.send("PUT", path, "application/merge-patch+json", name)
        .expectProblem(415, "unsupported-media-type");
    api.send("POST", "/api/clients", "text/plain", name)
        .expectProblem(415, "unsupported-media-type");
    api.send("PATCH", path, "application/merge-patch+json;charset=UTF-8", name).expect(200);
    assertThat(api.send("PATCH", path, "text/plain", name).header("Accept"))
        .isEqualTo("application/merge-patch+json, application/json");
  }

  @Test
  void a_deleted_client_is_not_found() {
    Answer client = enterWhole();
    Api api = manager.api();
    Answer deleted = api.delete(at(client)).expect(204);

    assertThat(deleted.body()).isEmpty();
    api.get(at(client)).expectProblem(404, "not-found");
    api.get(at(client) + "/calls").expectProblem(404, "not-found");
    api.delete(at(client)).expectProblem(404, "not-found");
    api.put(at(client), Api.json("name", "Bob")).expectProblem(404, "not-found");
    api.patch(at(client), Api.json("name", "Bob")).expectProblem(404, "not-found");
    assertThat(api.get("/api/clients").at("/items").size()).isZero();
  }

  @Test
  void calls_keep_the_name_of_a_deleted_client() {
    Answer client = enterWhole();
    Api api = manager.api();
    String call = api.post("/api/calls", Samples.call("clientId", client.id())).expect(201).id();
    api.delete(at(client)).expect(204);

    for (Answer answer :
        new Answer[] {api.get("/api/calls/" + call), api.patch("/api/calls/" + call, Api.json())}) {
      assertThat(answer.expect(200).text("/clientId")).isEqualTo(client.id());
      assertThat(answer.text("/clientName")).isEqualTo(client.text("/name"));
    }
    Answer listed = api.get("/api/calls?clientId=" + client.id()).expect(200);
    assertThat(listed.text("/items/0/clientName")).isEqualTo(client.text("/name"));
  }

  @Test
  void a_change_based_on_another_version_is_refused() {
    Answer client = enterWhole();
    Api stale = manager.api().ifMatch(client.etag());
    manager.api().patch(at(client), Api.json("name", "Bob")).expect(200);

    stale.patch(at(client), Api.json("name", "Cem")).expectProblem(412, "precondition-failed");
    stale.put(at(client), Api.json("name", "Cem")).expectProblem(412, "precondition-failed");
    stale.delete(at(client)).expectProblem(412, "precondition-failed");
    assertThat(manager.api().get(at(client)).text("/name")).isEqualTo("Bob");
  }

  @Test
  void a_change_based_on_this_version_is_accepted() {
    Answer client = enterWhole();
    Api api = manager.api();
    String read = api.get(at(client)).expect(200).etag();
    assertThat(read).matches("\"0\\.[0-9a-f]+\"");

    Answer patched = api.ifMatch(read).patch(at(client), Api.json("name", "Bob")).expect(200);
    api.ifMatch("\"77\", " + patched.etag()).put(at(client), Api.json("name", "Cem")).expect(200);
    api.ifMatch("*").patch(at(client), Api.json("name", "Dan")).expect(200);
    api.ifMatch("\"3.0123456789abcdef\"").delete(at(client)).expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"1\"", "\"00\"", "\"zero\"", "\"99999999999999999999\""})
  void other_entity_tags_do_not_match(String tag) {
    Answer client = enterWhole();
    manager
        .api()
        .ifMatch(tag)
        .patch(at(client), Api.json("name", "Bob"))
        .expectProblem(412, "precondition-failed");
  }

  @Test
  void malformed_bodies_are_refused_before_the_version_and_unknown_references_after_it() {
    Answer client = enterWhole();
    Api stale = manager.api().ifMatch("\"9\"");
    assertThat(ProblemShape.places(stale.patch(at(client), Api.json("status", "x"))))
        .containsExactly("/status");
    stale
        .patch(at(client), Api.json("ownerId", UUID.randomUUID().toString()))
        .expectProblem(412, "precondition-failed");
  }

  @Test
  void the_path_must_have_the_id_of_a_client() {
    Api api = manager.api();
    for (String id : new String[] {"7", "me", UUID.randomUUID() + "0", "1-1-1-1-1"}) {
      assertThat(ProblemShape.places(api.get("/api/clients/" + id))).containsExactly("?id");
      assertThat(ProblemShape.places(api.delete("/api/clients/" + id))).containsExactly("?id");
      assertThat(ProblemShape.places(api.patch("/api/clients/" + id, Api.json())))
          .containsExactly("?id");
    }
    api.get("/api/clients/" + UUID.randomUUID()).expectProblem(404, "not-found");
    api.put("/api/clients/" + UUID.randomUUID(), Samples.client()).expectProblem(404, "not-found");
  }

  private Answer enterWhole() {
    return manager
        .api()
        .post(
            "/api/clients",
            Samples.wholeClient(
                "region", accounts.region(manager.region() + "/North"), "ownerId", manager.id()))
        .expect(201);
  }

  private static String at(Answer client) {
    return "/api/clients/" + client.id();
  }
}
