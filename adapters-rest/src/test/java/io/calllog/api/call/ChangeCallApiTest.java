package io.calllog.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PUT}, {@code PATCH} and {@code DELETE} of calls. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class ChangeCallApiTest {

  private static final Instant START = Instant.parse("2026-04-01T12:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;
  private final String client;

  ChangeCallApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
    this.client =
        officer.api().post("/api/clients", Samples.client("name", "Ada")).expect(201).id();
  }

  @Test
  void put_removes_omitted_properties_except_the_start() {
    Answer before = log().waitForLaterTime();
    Answer after =
        officer
            .api()
            .put(at(before), Api.json("type", "INCOMING", "outcome", "BUSY", "durationSeconds", 1))
            .expect(200);
    assertThat(after.text("/type")).isEqualTo("INCOMING");
    assertThat(after.text("/outcome")).isEqualTo("BUSY");
    assertThat(after.at("/durationSeconds").asInt()).isEqualTo(1);
    assertThat(after.at("/clientId").isNull()).isTrue();
    assertThat(after.at("/clientName").isNull()).isTrue();
    assertThat(after.at("/comment").isNull()).isTrue();
    for (String kept :
        List.of("id", "officerId", "officerName", "region", "startedAt", "loggedAt")) {
      assertThat(after.at("/" + kept)).as(kept).isEqualTo(before.at("/" + kept));
    }
    assertThat(after.text("/updatedAt")).isGreaterThan(before.text("/updatedAt"));
    assertThat(after.etag()).startsWith("\"1");
    assertThat(officer.api().get(at(before)).json()).isEqualTo(after.json());
  }

  @Test
  void put_replaces_all_properties() {
    Answer after =
        officer
            .api()
            .put(
                at(log()),
                Samples.call(
                    "clientId", client, "startedAt", "2026-04-01T14:00:00+01:00", "comment", "Hi"))
            .expect(200);
    assertThat(after.text("/clientName")).isEqualTo("Ada");
    assertThat(after.text("/startedAt")).isEqualTo("2026-04-01T13:00:00Z");
    assertThat(after.text("/comment")).isEqualTo("Hi");
  }

  @Test
  void put_requires_the_same_properties_as_post() {
    Answer refused = officer.api().put(at(log()), Api.json("comment", "Hi"));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder("/type", "/outcome", "/durationSeconds");
  }

  @Test
  void patch_changes_only_the_given_properties() {
    Answer before = log();
    Answer after =
        officer.api().patch(at(before), Api.json("outcome", "OTHER", "comment", "Hi")).expect(200);
    for (String field : before.json().propertyNames()) {
      if (!List.of("outcome", "comment", "updatedAt", "version").contains(field)) {
        assertThat(after.at("/" + field)).as(field).isEqualTo(before.at("/" + field));
      }
    }
    assertThat(after.text("/outcome")).isEqualTo("OTHER");
    assertThat(after.text("/comment")).isEqualTo("Hi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clientId", "comment"})
  void patch_with_null_removes_a_property(String field) {
    Answer after = officer.api().patch(at(log()), Api.json(field, null)).expect(200);
    assertThat(after.json().has(field)).isTrue();
    assertThat(after.at("/" + field).isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "outcome", "durationSeconds", "startedAt"})
  void patch_with_null_is_refused_for_required_properties(String field) {
    Answer refused = officer.api().patch(at(log()), Api.json(field, null));
    assertThat(ProblemShape.places(refused)).containsExactly("/" + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id", "officerName", "clientName", "region", "loggedAt", "loggedBy", "version"})
  void properties_that_never_change_are_ignored(String field) {
    Answer call = log();
    Answer after = officer.api().patch(at(call), Api.json(field, "x")).expect(200);
    assertThat(after.json()).isEqualTo(call.json());
    Answer replaced = officer.api().put(at(call), Samples.call(field, "x")).expect(200);
    assertThat(replaced.at("/" + field).toString()).isNotEqualTo("\"x\"");
  }

  @Test
  void an_empty_patch_changes_nothing() {
    Answer before = log();
    Answer after = officer.api().patch(at(before), Api.json("comment", "Quote")).expect(200);
    assertThat(after.json()).isEqualTo(before.json());
    assertThat(after.etag()).isEqualTo(before.etag());
  }

  @Test
  void put_and_patch_have_their_own_media_types() {
    String path = at(log());
    officer
        .api()
        .send("PATCH", path, "text/plain", Api.json())
        .expectProblem(415, "unsupported-media-type");
    officer
        .api()
        .send("PUT", path, "application/merge-patch+json", Samples.call())
        .expectProblem(415, "unsupported-media-type");
  }

  @Test
  void the_start_stays_within_a_day_of_the_time_in_the_id() {
    String path = at(log());
    for (Instant near : List.of(START.minus(DAY), START.plus(DAY), START)) {
      assertThat(start(path, near).expect(200).text("/startedAt")).isEqualTo(near.toString());
    }
    for (Instant far : List.of(START.minus(DAY).minusMillis(1), START.plus(DAY).plusMillis(1))) {
      assertThat(ProblemShape.places(start(path, far))).containsExactly("/startedAt");
      var replacement = Samples.call("startedAt", far.toString());
      assertThat(ProblemShape.places(officer.api().put(path, replacement)))
          .containsExactly("/startedAt");
    }
    assertThat(ProblemShape.places(start(path, Instant.now().plusSeconds(400))))
        .contains("/startedAt");
  }

  @Test
  void a_new_client_must_be_visible() {
    String hidden =
        accounts
            .admin()
            .api()
            .post("/api/clients", Samples.client("region", accounts.region(Accounts.newRegion())))
            .expect(201)
            .id();
    Answer call = log();
    for (String unknown : List.of(hidden, UUID.randomUUID().toString())) {
      assertThat(ProblemShape.places(patchClient(call, unknown))).containsExactly("/clientId");
      assertThat(
              ProblemShape.places(officer.api().put(at(call), Samples.call("clientId", unknown))))
          .containsExactly("/clientId");
    }
    String gone = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    patchClient(call, gone).expect(200);
    manager.api().delete("/api/clients/" + gone).expect(204);
    officer.api().put(at(call), Samples.call("clientId", gone)).expect(200);
    patchClient(call, null).expect(200);
    assertThat(ProblemShape.places(patchClient(call, gone))).containsExactly("/clientId");
  }

  @Test
  void a_manager_gives_a_call_to_the_officer_who_made_it() {
    Account colleague = accounts.officer(manager.region() + "/London");
    Answer call = log();

    Answer given = give(call, colleague).expect(200);

    assertThat(given.text("/officerName")).isEqualTo(colleague.name());
    assertThat(given.text("/region")).isEqualTo(colleague.region());
    assertThat(given.at("/loggedBy")).isEqualTo(call.at("/loggedBy"));
    assertThat(officer.api().get("/api/calls?limit=200").body()).doesNotContain(call.id());
    colleague.api().patch(at(call), Api.json("comment", "Mine")).expect(200);
    Answer revisions = colleague.api().get(at(call) + "/revisions").expect(200);
    assertThat(revisions.text("/items/1/changes/0/field")).isEqualTo("officerId");
    assertThat(revisions.text("/items/1/changes/0/from")).isEqualTo(officer.id());
  }

  @Test
  void a_call_is_given_only_to_an_officer_that_the_manager_sees() {
    Account stranger = accounts.officer(Accounts.newRegion());

    assertThat(ProblemShape.places(give(log(), stranger))).containsExactly("/officerId");
  }

  private Answer give(Answer call, Account to) {
    return manager.api().patch(at(call), Api.json("officerId", to.id()));
  }

  @Test
  void a_deleted_call_is_not_found() {
    Answer call = log();
    Api api = officer.api();
    assertThat(api.delete(at(call)).expect(204).body()).isEmpty();
    api.get(at(call)).expectProblem(404, "not-found");
    api.delete(at(call)).expectProblem(404, "not-found");
    api.patch(at(call), Api.json()).expectProblem(404, "not-found");
    api.put(at(call), Samples.call()).expectProblem(404, "not-found");
    assertThat(api.get("/api/calls?limit=200").expect(200).body()).doesNotContain(call.id());
    manager.api().get(at(call)).expectProblem(404, "not-found");
  }

  @Test
  void a_change_based_on_another_version_is_refused() {
    Answer call = log();
    Api stale = officer.api().ifMatch(call.etag());
    Answer changed = stale.patch(at(call), Api.json("comment", "Hi")).expect(200);
    assertThat(changed.etag()).isNotEqualTo(call.etag());

    stale.patch(at(call), Api.json("comment", "Ho")).expectProblem(412, "precondition-failed");
    stale.put(at(call), Samples.call()).expectProblem(412, "precondition-failed");
    stale.delete(at(call)).expectProblem(412, "precondition-failed");
    officer.api().ifMatch(changed.etag()).delete(at(call)).expect(204);
  }

  @Test
  void an_unchanged_call_is_304() {
    Answer call = log();
    Api knowing = officer.api().with("If-None-Match", call.etag());
    assertThat(knowing.get(at(call)).expect(304).body()).isEmpty();
    officer.api().patch(at(call), Api.json("comment", "Hi")).expect(200);
    knowing.get(at(call)).expect(200);
  }

  private Answer log() {
    return officer
        .api()
        .post(
            "/api/calls",
            Samples.call("clientId", client, "startedAt", START.toString(), "comment", "Quote"))
        .expect(201);
  }

  private Answer start(String path, Instant time) {
    return officer.api().patch(path, Api.json("startedAt", time.toString()));
  }

  private Answer patchClient(Answer call, @Nullable String newClient) {
    return officer.api().patch(at(call), Api.json("clientId", newClient));
  }

  private static String at(Answer call) {
    return "/api/calls/" + call.id();
  }
}
