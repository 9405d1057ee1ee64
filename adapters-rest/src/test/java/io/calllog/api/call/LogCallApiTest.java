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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/calls}. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class LogCallApiTest {

  private static final String CALLS = "/api/calls";

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;

  LogCallApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region() + "/UK");
  }

  @Test
  void logs_a_call_with_all_properties() {
    Answer client = officer.api().post("/api/clients", Samples.client("name", "Ada")).expect(201);
    Instant before = Instant.now().minusSeconds(1);
    Answer logged =
        manager
            .api()
            .post(
                CALLS,
                Api.json(
                    "officerId", officer.id(),
                    "clientId", client.id(),
                    "type", "INCOMING",
                    "outcome", "FOLLOW_UP",
                    "durationSeconds", 86_400,
                    "startedAt", "2026-05-04T09:30:15.123Z",
                    "comment", " Wants a quote.\n\tCall back \ud834\udd1e "))
            .expect(201);

    assertThat(logged.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "officerId",
            "officerName",
            "clientId",
            "clientName",
            "type",
            "outcome",
            "durationSeconds",
            "startedAt",
            "comment",
            "externalId",
            "number",
            "region",
            "loggedBy",
            "loggedAt",
            "updatedAt",
            "version");
    assertThat(logged.header("Location")).isEqualTo(CALLS + "/" + logged.id());
    assertThat(logged.etag()).matches("\"0(\\.[0-9a-f]+)?\"");
    assertThat(logged.text("/officerId")).isEqualTo(officer.id());
    assertThat(logged.text("/officerName")).isEqualTo(officer.name());
    assertThat(logged.text("/clientId")).isEqualTo(client.id());
    assertThat(logged.text("/clientName")).isEqualTo("Ada");
    assertThat(logged.text("/type")).isEqualTo("INCOMING");
    assertThat(logged.text("/outcome")).isEqualTo("FOLLOW_UP");
    assertThat(logged.at("/durationSeconds").asInt()).isEqualTo(86_400);
    assertThat(logged.text("/startedAt")).isEqualTo("2026-05-04T09:30:15.123Z");
    assertThat(logged.text("/comment")).isEqualTo("Wants a quote.\n\tCall back \ud834\udd1e");
    assertThat(logged.text("/region")).isEqualTo(officer.region());
    assertThat(logged.text("/loggedBy/id")).isEqualTo(manager.id());
    assertThat(logged.text("/loggedBy/name")).isEqualTo(manager.name());
    assertThat(logged.text("/loggedAt")).isEqualTo(logged.text("/updatedAt"));
    assertThat(Instant.parse(logged.text("/loggedAt")))
        .isBetween(before, Instant.now().plusSeconds(1));
    assertThat(UUID.fromString(logged.id()).version()).isEqualTo(7);

    Answer read = officer.api().get(CALLS + "/" + logged.id()).expect(200);
    assertThat(read.json()).isEqualTo(logged.json());
    assertThat(read.etag()).isEqualTo(logged.etag());
  }

  @Test
  void uses_defaults_for_omitted_properties() {
    Instant before = Instant.now().minusSeconds(1);
    Answer logged = officer.api().post(CALLS, Samples.call()).expect(201);
    assertThat(logged.text("/officerId")).isEqualTo(officer.id());
    assertThat(logged.at("/clientId").isNull()).isTrue();
    assertThat(logged.at("/clientName").isNull()).isTrue();
    assertThat(logged.at("/comment").isNull()).isTrue();
    assertThat(Instant.parse(logged.text("/startedAt")))
        .isBetween(before, Instant.now().plusSeconds(1));
    assertThat(UUID.fromString(logged.id()).getMostSignificantBits() >>> 16)
        .isEqualTo(Instant.parse(logged.text("/startedAt")).toEpochMilli());
  }

  @Test
  void treats_null_as_omitted() {
    Answer logged =
        officer
            .api()
            .post(
                CALLS,
                Samples.call(
                    "id",
                    null,
                    "officerId",
                    null,
                    "clientId",
                    null,
                    "startedAt",
                    null,
                    "comment",
                    null))
            .expect(201);
    assertThat(logged.text("/officerId")).isEqualTo(officer.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUCCESSFUL", "MISSED", "FOLLOW_UP", "NO_ANSWER", "BUSY", "OTHER"})
  void accepts_each_outcome(String outcome) {
    Answer logged = officer.api().post(CALLS, Samples.call("outcome", outcome)).expect(201);
    assertThat(logged.text("/outcome")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 86_399, 86_400})
  void accepts_durations_of_up_to_a_day(int seconds) {
    Answer logged = officer.api().post(CALLS, Samples.call("durationSeconds", seconds)).expect(201);
    assertThat(logged.at("/durationSeconds").asInt(-1)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "86401",
        "2147483648",
        "-9223372036854775809",
        "1.5",
        "1.0",
        "1e2",
        "\"60\"",
        "true",
        "null",
        "[60]",
        "{}",
        "1E400",
        "123456789012345678901234567890",
      })
  void refuses_other_durations(String duration) {
    Answer refused =
        officer
            .api()
            .post(
                CALLS,
                "{\"type\":\"OUTGOING\",\"outcome\":\"BUSY\",\"durationSeconds\":%s}"
                    .formatted(duration));
    assertThat(ProblemShape.places(refused)).containsExactly("/durationSeconds");
  }

  @Test
  void accepts_a_comment_of_4000_characters() {
    String clef = "\ud834\udd1e";
    Answer logged =
        officer.api().post(CALLS, Samples.call("comment", clef.repeat(4_000))).expect(201);
    assertThat(logged.text("/comment")).isEqualTo(clef.repeat(4_000));
    Answer refused = officer.api().post(CALLS, Samples.call("comment", "c".repeat(4_001)));
    assertThat(ProblemShape.places(refused)).containsExactly("/comment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\r", "\u0008", "\u001f", "\u007f", "\u009f"})
  void refuses_control_characters_in_a_comment(String character) {
    Answer refused = officer.api().post(CALLS, Samples.call("comment", "a" + character + "b"));
    assertThat(ProblemShape.places(refused)).containsExactly("/comment");
  }

  @Test
  void reports_all_missing_properties() {
    for (Object body : List.of(Api.json(), Api.json("type", null, "outcome", null))) {
      assertThat(ProblemShape.places(officer.api().post(CALLS, body)))
          .containsExactlyInAnyOrder("/type", "/outcome", "/durationSeconds");
    }
  }

  @Test
  void reports_all_invalid_properties() {
    Answer refused =
        officer
            .api()
            .post(
                CALLS + "?dry=true",
                Api.json(
                    "id", "7",
                    "officerId", 7,
                    "clientId", "me",
                    "type", "outgoing",
                    "outcome", "",
                    "durationSeconds", -1,
                    "startedAt", "yesterday",
                    "comment", "\u0000",
                    "region", "EMEA",
                    "loggedAt", null));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder(
            "?dry",
            "/id",
            "/officerId",
            "/clientId",
            "/type",
            "/outcome",
            "/durationSeconds",
            "/startedAt",
            "/comment",
            "/region",
            "/loggedAt");
  }

  @Test
  void reports_all_values_that_are_not_possible() {
    String unknown = UUID.randomUUID().toString();
    Answer refused =
        officer
            .api()
            .post(
                CALLS,
                Samples.call(
                    "id",
                    unknown,
                    "officerId",
                    unknown,
                    "clientId",
                    unknown,
                    "startedAt",
                    "2099-01-01T00:00:00Z"));
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder("/id", "/officerId", "/clientId", "/startedAt");
  }

  @Test
  void refuses_an_invisible_client() {
    Account stranger = accounts.manager(Accounts.newRegion());
    String hidden = stranger.api().post("/api/clients", Samples.client()).expect(201).id();
    String deleted = manager.api().post("/api/clients", Samples.client()).expect(201).id();
    manager.api().delete("/api/clients/" + deleted).expect(204);
    for (String client : List.of(hidden, deleted, UUID.randomUUID().toString())) {
      Answer refused = officer.api().post(CALLS, Samples.call("clientId", client));
      assertThat(ProblemShape.places(refused)).containsExactly("/clientId");
    }
  }

  @Test
  void refuses_an_invisible_officer() {
    Account stranger = accounts.officer(Accounts.newRegion());
    for (String other : List.of(stranger.id(), UUID.randomUUID().toString())) {
      Answer refused = manager.api().post(CALLS, Samples.call("officerId", other));
      assertThat(ProblemShape.places(refused)).containsExactly("/officerId");
    }
    Answer refused = officer.api().post(CALLS, Samples.call("officerId", manager.id()));
    assertThat(ProblemShape.places(refused)).containsExactly("/officerId");
  }

  @Test
  void an_unknown_id_is_not_found() {
    Api api = officer.api();
    api.get(CALLS + "/" + UUID.randomUUID()).expectProblem(404, "not-found");
    api.get(CALLS + "/" + Samples.callId(Instant.now())).expectProblem(404, "not-found");
    api.get(CALLS + "/00000000-0000-0000-0000-000000000000").expectProblem(404, "not-found");
    api.get(CALLS + "/ffffffff-ffff-ffff-ffff-ffffffffffff").expectProblem(404, "not-found");
    for (String id : List.of("7", "1-1-1-1-1", UUID.randomUUID() + "x", "%7B%7D", "undefined")) {
      assertThat(ProblemShape.places(api.get(CALLS + "/" + id))).containsExactly("?id");
    }
  }
}
