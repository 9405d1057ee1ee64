package io.calllog.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests with keys. */
@RestOnFakes
class KeyRequestsApiTest {

  private final Accounts accounts;
  private final Api api;
  private final Api admin;
  private final String region = Accounts.newRegion();

  KeyRequestsApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
    this.admin = accounts.admin().api();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
  void are_authenticated_by_any_form_of_the_scheme(String scheme) {
    Account key = accounts.key(region, "calls:read");

    api.with("Authorization", scheme + key.token()).get("/api/calls").expect(200);
  }

  static Stream<String> wrongKeys() {
    String random = "Qx3vT8m2Lr0aZk5Wb9YcHs7NdJf4GpEu1Vi6Oo_Xq-A";
    return Stream.of(
        "clk_" + random + "wiFMJA", // nobody created it
        "clk_" + random + "wiFMJB",
        "clk_" + random,
        "clk_",
        "clk_" + random + "wiFMJA=",
        "clk_" + random + "wiFMJA clk_",
        "clk_\u00e9" + random.substring(1) + "wiFMJA");
  }

  @ParameterizedTest
  @MethodSource("wrongKeys")
  void are_refused_with_a_wrong_key(String key) {
    Answer refused = api.as(key).get("/api/calls");

    refused.expectProblem(401, "unauthenticated");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertThat(refused.body()).doesNotContain(key);
  }

  @Test
  void are_refused_with_a_damaged_key() {
    String key = accounts.key(region, "calls:read").token();

    for (String damaged :
        List.of(
            "CLK_" + key.substring(4),
            key.substring(0, 52),
            key + "A",
            key.toLowerCase(Locale.ROOT),
            swapped(key))) {
      api.as(damaged).get("/api/calls").expectProblem(401, "unauthenticated");
    }
    api.with("Authorization", key).get("/api/calls").expect(401);
    api.with("Authorization", "Basic " + key).get("/api/calls").expect(401);
    api.with("X-Api-Key", key).get("/api/calls").expect(401);
    api.get("/api/calls?access_token=" + key).expect(401);
    assertThat(ProblemShape.places(api.as(key).get("/api/calls?key=" + key)))
        .containsExactly("?key");
  }

  @Test
  void are_refused_when_the_key_has_expired() {
    Account key = accounts.key(region, "calls:read");
    Instant end = Instant.now().plus(Duration.ofMillis(1_500));
    admin.patch("/api/keys/" + key.id(), Api.json("expiresAt", end.toString())).expect(200);

    await().atMost(Duration.ofSeconds(10)).until(() -> key.api().get("/api/calls").status() == 401);

    assertThat(Instant.now()).isAfter(end);
    admin.patch("/api/keys/" + key.id(), Api.json("name", "Old")).expect(200);
    admin.patch("/api/keys/" + key.id(), Api.json("expiresAt", null)).expect(200);
    key.api().get("/api/calls").expect(200);
  }

  @Test
  void log_calls_of_officers_of_the_region() {
    Account key = accounts.key(region, "calls:write", "calls:read");
    Account officer = accounts.officer(region + "/below");
    Account other = accounts.officer(Accounts.newRegion());

    Answer call = key.api().post("/api/calls", Samples.call("officerId", officer.id())).expect(201);

    assertThat(call.text("/officerName")).isEqualTo(officer.name());
    assertThat(call.text("/loggedBy/id")).isEqualTo(key.id());
    assertThat(call.text("/loggedBy/name")).isEqualTo(key.name());
    assertThat(officer.api().get("/api/calls/" + call.id()).expect(200).text("/loggedBy/name"))
        .isEqualTo(key.name());
    assertThat(ProblemShape.places(key.api().post("/api/calls", Samples.call())))
        .containsExactly("/officerId");
    assertThat(
            ProblemShape.places(
                key.api().post("/api/calls", Samples.call("officerId", other.id()))))
        .containsExactly("/officerId");
    assertThat(
            ProblemShape.places(key.api().post("/api/calls", Samples.call("officerId", key.id()))))
        .containsExactly("/officerId");
  }

  @Test
  void log_calls_in_batches() {
    Account key = accounts.key(region, "calls:write");
    Account officer = accounts.officer(region);
    Instant now = Instant.now();
    List<Object> calls =
        List.of(
            Samples.call(
                "id", Samples.callId(now), "startedAt", now.toString(), "officerId", officer.id()),
            Samples.call("id", Samples.callId(now), "startedAt", now.toString()));

    Answer first = key.api().post("/api/calls/batch", Api.json("calls", calls)).expect(200);
    Answer again = key.api().post("/api/calls/batch", Api.json("calls", calls)).expect(200);

    assertThat(first.text("/results/0/status")).isEqualTo("created");
    assertThat(first.text("/results/0/call/loggedBy/name")).isEqualTo(key.name());
    assertThat(first.text("/results/1/status")).isEqualTo("refused");
    assertThat(first.text("/results/1/problem/errors/0/code")).isEqualTo("required");
    assertThat(first.text("/results/1/problem/errors/0/pointer")).isEqualTo("/officerId");
    assertThat(again.text("/results/0/status")).isEqualTo("repeated");
  }

  @Test
  void stay_named_after_the_key_was_revoked() {
    Account key = accounts.key(region, "calls:write");
    Account officer = accounts.officer(region);
    String call =
        key.api().post("/api/calls", Samples.call("officerId", officer.id())).expect(201).id();
    key.api().patch("/api/calls/" + call, Api.json("comment", "From the exchange")).expect(200);
    admin.delete("/api/keys/" + key.id()).expect(204);

    assertThat(admin.get("/api/calls/" + call).expect(200).text("/loggedBy/name"))
        .isEqualTo(key.name());
    JsonNode entry = admin.get("/api/audit?actorId=" + key.id()).expect(200).at("/items/0");
    assertThat(entry.at("/action").asString()).isEqualTo("CALL_CHANGED");
    assertThat(entry.at("/actorId").asString()).isEqualTo(key.id());
    assertThat(entry.at("/actorKind").asString()).isEqualTo("KEY");
    assertThat(entry.at("/actorName").asString()).isEqualTo(key.name());
    assertThat(
            officer
                .api()
                .get("/api/calls/" + call + "/revisions")
                .expect(200)
                .text("/items/0/actorName"))
        .isEqualTo(key.name());
  }

  @Test
  void refused_changes_are_audited() {
    Account key = accounts.key(region, "calls:read");
    Account officer = accounts.officer(region);

    key.api().delete("/api/officers/" + officer.id()).expectProblem(403, "not-permitted");
    key.api().delete("/api/officers/nobody").expectProblem(403, "not-permitted");
    key.api().get("/api/audit").expectProblem(403, "not-permitted");
    key.api().get("/api/nothing").expectProblem(403, "not-permitted");

    assertThat(
            admin
                .get("/api/audit?actorId=" + key.id())
                .expect(200)
                .at("/items")
                .valueStream()
                .map(e -> e.at("/action").asString() + " " + e.at("/outcome").asString()))
        .containsExactly(
            "AUDIT_READ REFUSED", "OFFICER_DELETED REFUSED", "OFFICER_DELETED REFUSED");
    assertThat(
            admin
                .get("/api/audit?subjectId=" + officer.id() + "&action=OFFICER_DELETED")
                .expect(200)
                .at("/items"))
        .hasSize(1);
  }

  @Test
  void follow_the_region_when_it_is_renamed() {
    Account key = accounts.key(region, "calls:write", "calls:read");
    Account officer = accounts.officer(region);
    String id =
        admin.items("/api/regions?limit=200").stream()
            .filter(each -> each.at("/path").asString().equals(region))
            .map(each -> each.at("/id").asString())
            .findFirst()
            .orElseThrow();
    admin.delete("/api/regions/" + id).expectProblem(409, "region-in-use");
    String renamed = Accounts.newRegion();
    admin.patch("/api/regions/" + id, Api.json("path", renamed)).expect(200);

    assertThat(admin.get("/api/keys/" + key.id()).expect(200).text("/region")).isEqualTo(renamed);
    key.api().post("/api/calls", Samples.call("officerId", officer.id())).expect(201);
    admin.delete("/api/officers/" + officer.id()).expect(204);
    admin.delete("/api/regions/" + id).expectProblem(409, "region-in-use");
    admin.delete("/api/keys/" + key.id()).expect(204);
    admin.delete("/api/regions/" + id).expect(204);
  }

  @Test
  void tell_when_the_key_was_last_used() {
    Account key = accounts.key(region, "calls:read");
    key.api().get("/api/calls").expect(200);

    assertThat(admin.get("/api/keys/" + key.id()).expect(200).text("/lastUsedAt")).endsWith("Z");
  }

  private static String swapped(String key) {
    char[] letters = key.toCharArray();
    char first = letters[10];
    letters[10] = letters[11] == first ? (first == 'A' ? 'B' : 'A') : letters[11];
    letters[11] = first;
    return new String(letters);
  }
}
