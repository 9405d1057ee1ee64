package io.calllog.api.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What was read can be edited and sent back. */
@RestOnFakes
class SendBackApiTest {

  private final Accounts accounts;
  private final Account officer;
  private final Account manager;
  private final Api admin;

  SendBackApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
    this.admin = accounts.admin().api();
  }

  @ParameterizedTest
  @CsvSource({
    "calls, PUT",
    "calls, PATCH",
    "clients, PUT",
    "clients, PATCH",
    "officers, PUT",
    "officers, PATCH",
    "regions, PATCH"
  })
  void a_resource_can_be_sent_back_as_it_was_read(String kind, String method) {
    String path = create(kind);
    Answer read = admin.get(path).expect(200);

    Answer sent = admin.send(method, path, "application/json", read.json()).expect(200);

    assertThat(sent.at("/version")).isEqualTo(read.at("/version"));
    assertThat(admin.get(path).expect(200).json()).isEqualTo(read.json());
  }

  @ParameterizedTest
  @CsvSource({
    "calls, PUT, comment",
    "calls, PATCH, comment",
    "clients, PUT, name",
    "clients, PATCH, name",
    "officers, PUT, name",
    "officers, PATCH, name"
  })
  void an_item_of_a_list_can_be_edited_and_sent_back(String kind, String method, String property) {
    String path = create(kind);
    String id = path.substring(path.lastIndexOf('/') + 1);
    JsonNode item =
        admin.items("/api/" + kind + "?limit=200").stream()
            .filter(each -> each.at("/id").asString().equals(id))
            .findFirst()
            .orElseThrow();
    Map<String, Object> edited = new LinkedHashMap<>();
    item.forEachEntry(edited::put);
    edited.put(property, "Edited");
    Api conditional = admin.ifMatch("\"" + item.at("/version") + "\"");

    Answer sent = conditional.send(method, path, "application/json", edited).expect(200);

    assertThat(sent.text("/" + property)).isEqualTo("Edited");
    conditional.send(method, path, "application/json", edited).expect(412);
    assertThat(sent.at("/version").asLong()).isEqualTo(item.at("/version").asLong() + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "calls, PUT",
    "calls, PATCH",
    "clients, PUT",
    "clients, PATCH",
    "officers, PUT",
    "officers, PATCH",
    "regions, PATCH"
  })
  void other_properties_are_still_refused(String kind, String method) {
    String path = create(kind);
    Map<String, Object> body = new LinkedHashMap<>();
    admin.get(path).expect(200).json().forEachEntry(body::put);
    body.put("colour", "red");
    body.put("deletedAt", null);

    Answer refused = admin.send(method, path, "application/json", body);

    assertThat(ProblemShape.places(refused)).containsExactlyInAnyOrder("/colour", "/deletedAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/clients", "/api/officers", "/api/regions", "/api/calls"})
  void a_new_resource_has_no_read_only_properties(String path) {
    Answer refused = admin.post(path, Api.json("createdAt", "2026-01-01T00:00Z", "version", 0));

    assertThat(ProblemShape.places(refused)).contains("/createdAt", "/version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void a_call_stays_with_its_officer_unless_a_leader_of_both_gives_it_away(String method) {
    String path = create("calls");
    Account other = accounts.officer(manager.region());
    Map<String, @Nullable Object> body = Samples.call("officerId", other.id());
    officer
        .api()
        .ifMatch("\"77\"")
        .send(method, path, "application/json", body)
        .expectProblem(403, "not-permitted");
    officer
        .api()
        .send(method, path, "application/json", Samples.call("officerId", officer.id()))
        .expect(200);
    manager.api().ifMatch("\"77\"").send(method, path, "application/json", body).expect(412);
    Answer given = manager.api().send(method, path, "application/json", body).expect(200);
    assertThat(given.text("/officerName")).isEqualTo(other.name());
  }

  @Test
  void the_version_is_in_every_representation() {
    for (String kind : List.of("calls", "clients", "officers", "regions")) {
      Answer read = admin.get(create(kind)).expect(200);

      assertThat(read.etag()).startsWith("\"" + read.at("/version") + ".");
    }
    assertThat(officer.api().get("/api/auth/profile").at("/version").asLong()).isZero();
  }

  private String create(String kind) {
    String path = "/api/" + kind;
    return path
        + "/"
        + switch (kind) {
          case "calls" ->
              officer.api().post(path, Samples.call("comment", "Read")).expect(201).id();
          case "clients" -> officer.api().post(path, Samples.wholeClient()).expect(201).id();
          case "officers" -> accounts.officer(manager.region()).id();
          default -> admin.post(path, Api.json("path", Accounts.newRegion())).expect(201).id();
        };
  }
}
