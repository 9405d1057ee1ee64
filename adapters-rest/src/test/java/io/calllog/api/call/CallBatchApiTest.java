package io.calllog.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/calls/batch}. */
@RestOnFakes
class CallBatchApiTest {

  private static final String BATCH = "/api/calls/batch";

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(90);
  private final Accounts accounts;
  private final Account officer;

  CallBatchApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @Test
  void logs_calls_in_the_order_of_the_request() {
    var first = call("comment", "first");
    var second = call("comment", "second");

    Answer answer = send(first, second).expect(200);

    assertThat(answer.json().propertyNames()).containsExactly("results");
    for (int i = 0; i < 2; i++) {
      var sent = List.of(first, second).get(i);
      JsonNode result = answer.at("/results/" + i);
      assertThat(result.propertyNames()).containsExactly("id", "status", "call");
      assertThat(result.path("id").asString()).isEqualTo(sent.get("id"));
      assertThat(result.path("status").asString()).isEqualTo("created");
      assertThat(result.path("call"))
          .isEqualTo(officer.api().get("/api/calls/" + sent.get("id")).expect(200).json());
      assertThat(result.at("/call/comment").asString()).isEqualTo(sent.get("comment"));
    }
  }

  @Test
  void answers_each_refused_call_with_the_problem_of_a_single_request() {
    Account colleague = accounts.officer(officer.region());
    var known = call();
    officer.api().post("/api/calls", known).expect(201);
    var taken = call("id", known.get("id"), "comment", "Another one");
    var deleted = call();
    officer.api().post("/api/calls", deleted).expect(201);
    officer.api().delete("/api/calls/" + deleted.get("id")).expect(204);
    List<Object> refused =
        List.of(
            call("durationSeconds", -1, "type", "SIDEWAYS", "more", 1),
            call("startedAt", "2050-01-01T00:00:00Z"),
            call("clientId", UUID.randomUUID().toString(), "officerId", colleague.id()),
            taken,
            deleted,
            call("id", "no id"),
            call("id", UUID.randomUUID().toString()),
            List.of());
    List<Object> calls = new ArrayList<>(refused);
    calls.add(call());

    Answer answer = send(calls.toArray()).expect(200);

    for (int i = 0; i < refused.size(); i++) {
      Answer alone = officer.api().post("/api/calls", refused.get(i));
      JsonNode result = answer.at("/results/" + i);
      assertThat(result.propertyNames()).as("%s", i).containsExactly("id", "status", "problem");
      assertThat(result.path("status").asString()).isEqualTo("refused");
      for (String name : List.of("type", "title", "status", "detail", "code", "errors")) {
        assertThat(result.path("problem").path(name))
            .as("%s of %s", name, i)
            .isEqualTo(alone.json().path(name));
      }
      assertThat(result.path("problem").propertyNames())
          .containsExactlyInAnyOrderElementsOf(alone.json().propertyNames());
    }
    assertThat(answer.text("/results/0/problem/errors/0/pointer")).isEqualTo("/more");
    assertThat(answer.text("/results/0/id")).isNotEmpty();
    assertThat(answer.at("/results/5/id").isNull()).isTrue();
    assertThat(answer.text("/results/8/status")).isEqualTo("created");
  }

  @Test
  void ends_the_same_if_it_is_sent_again_as_a_whole_or_in_part() {
    var calls = new ArrayList<Map<String, @Nullable Object>>();
    for (int i = 0; i < 4; i++) {
      calls.add(call("comment", "Call " + i));
    }
    Answer first = send(calls.subList(0, 2).toArray()).expect(200);
    Collections.reverse(calls);

    Answer whole = send(calls.toArray()).expect(200);

    assertThat(statuses(first)).containsExactly("created", "created");
    assertThat(statuses(whole)).containsExactly("created", "created", "repeated", "repeated");
    assertThat(whole.at("/results/2/call")).isEqualTo(first.at("/results/1/call"));
    assertThat(officer.api().items("/api/calls")).hasSize(4);
  }

  @Test
  void derives_the_id_from_the_external_id_and_the_start() {
    var call = Samples.call("externalId", "pbx-1", "startedAt", start.toString());
    var later = Samples.call("externalId", "pbx-1", "startedAt", start.plusMillis(1).toString());

    Answer first = send(call, later).expect(200);
    Answer again = send(later, call).expect(200);

    assertThat(statuses(first)).containsExactly("created", "created");
    assertThat(statuses(again)).containsExactly("repeated", "repeated");
    String id = first.text("/results/0/id");
    assertThat(id).isNotEqualTo(first.text("/results/1/id"));
    assertThat(again.text("/results/1/id")).isEqualTo(id);
    assertThat(UUID.fromString(id).version()).isEqualTo(7);
    assertThat(UUID.fromString(id).getMostSignificantBits() >>> 16).isEqualTo(start.toEpochMilli());
    assertThat(statuses(send(merged(call, "comment", "Other")).expect(200)))
        .containsExactly("refused");
  }

  @Test
  void refuses_a_call_without_what_makes_it_recognisable() {
    Answer answer =
        send(
                Samples.call("startedAt", start.toString()),
                Samples.call("externalId", "pbx-2"),
                Samples.call(),
                call())
            .expect(200);

    assertThat(places(answer, 0)).containsExactly("/id");
    assertThat(places(answer, 1)).containsExactly("/startedAt");
    assertThat(places(answer, 2)).containsExactly("/id", "/startedAt");
    assertThat(answer.text("/results/0/problem/errors/0/code")).isEqualTo("required");
    assertThat(answer.text("/results/3/status")).isEqualTo("created");
  }

  @Test
  void refuses_the_whole_for_errors_around_the_calls() {
    var twice = call();
    assertThat(ProblemShape.places(send(twice, call(), twice))).containsExactly("/calls/2/id");
    assertThat(ProblemShape.places(send())).containsExactly("/calls");
    assertThat(ProblemShape.places(send(Collections.nCopies(1_001, Map.of()).toArray())))
        .containsExactly("/calls");
    for (String body : List.of("{}", "{\"calls\": null}", "{\"calls\": {}}")) {
      assertThat(ProblemShape.places(officer.api().post(BATCH, body)))
          .as(body)
          .containsExactly("/calls");
    }
    assertThat(ProblemShape.places(officer.api().post(BATCH, "{\"calls\": [], \"more\": 1}")))
        .containsExactly("/more");
    assertThat(ProblemShape.places(officer.api().post(BATCH, "[]"))).containsExactly("");
    assertThat(officer.api().items("/api/calls")).isEmpty();
  }

  @Test
  void takes_a_thousand_calls_and_four_mebibytes() {
    var calls = new ArrayList<Object>();
    for (int i = 0; i < 1_000; i++) {
      calls.add(call("comment", "x".repeat(3_800)));
    }

    Answer answer = send(calls.toArray()).expect(200);

    assertThat(statuses(answer)).hasSize(1_000).containsOnly("created");
    String body = "{\"calls\": []}";
    String largest = " ".repeat(4 * 1024 * 1024 - body.length()) + body;
    officer.api().post(BATCH, largest).expect(400);
    officer.api().post(BATCH, " " + largest).expectProblem(413, "body-too-large");
    officer.api().post("/api/calls", largest).expectProblem(413, "body-too-large");
  }

  @Test
  void managers_log_calls_of_their_officers() {
    Account manager = accounts.manager(officer.region());

    Answer answer =
        manager
            .api()
            .post(BATCH, Api.json("calls", List.of(call("officerId", officer.id()), call())))
            .expect(200);

    assertThat(answer.text("/results/0/call/officerId")).isEqualTo(officer.id());
    assertThat(answer.text("/results/0/call/loggedBy/id")).isEqualTo(manager.id());
    assertThat(answer.text("/results/1/call/officerId")).isEqualTo(manager.id());
  }

  private Answer send(Object... calls) {
    return officer.api().post(BATCH, Api.json("calls", List.of(calls)));
  }

  private Map<String, @Nullable Object> call(@Nullable Object... namesAndValues) {
    return merged(
        Samples.call("id", Samples.callId(start), "startedAt", start.toString()), namesAndValues);
  }

  private static Map<String, @Nullable Object> merged(
      Map<String, @Nullable Object> call, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> merged = Api.json(namesAndValues);
    call.forEach(merged::putIfAbsent);
    return merged;
  }

  private static List<String> statuses(Answer answer) {
    return answer.at("/results").valueStream().map(r -> r.path("status").asString()).toList();
  }

  private static List<String> places(Answer answer, int place) {
    return answer
        .at("/results/" + place + "/problem/errors")
        .valueStream()
        .map(error -> error.path("pointer").asString())
        .toList();
  }
}
