package io.calllog.api.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import io.calllog.api.imports.Imports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises to call a client again. */
@RestOnFakes
class FollowUpApiTest {

  private static final String PATH = "/api/follow-ups";
  private final Instant now = Instant.now();
  private final String yesterday = now.minusSeconds(86_400).toString();
  private final String tomorrow = now.plusSeconds(86_400).toString();

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;
  private final Account colleague;
  private final String client;

  FollowUpApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
    this.colleague = accounts.officer(manager.region());
    this.client =
        officer.api().post("/api/clients", Samples.client("name", "Ada")).expect(201).id();
  }

  @Test
  void is_made_read_moved_cancelled_and_deleted() {
    Answer made =
        officer.api().post(PATH, promise("dueAt", tomorrow, "note", "The offer")).expect(201);

    String path = PATH + "/" + made.id();
    assertThat(made.header("Location")).isEqualTo(path);
    assertThat(made.text("/clientId")).isEqualTo(client);
    assertThat(made.text("/clientName")).isEqualTo("Ada");
    assertThat(made.text("/officerId")).isEqualTo(officer.id());
    assertThat(made.text("/note")).isEqualTo("The offer");
    assertThat(made.text("/state")).isEqualTo("OPEN");
    assertThat(made.at("/fromCallId").isNull()).isTrue();
    assertThat(made.at("/version").intValue()).isZero();
    assertThat(colleague.api().get(path).expect(200).json()).isEqualTo(made.json());

    Answer moved =
        officer.api().ifMatch(made.etag()).patch(path, Api.json("dueAt", yesterday)).expect(200);
    assertThat(Instant.parse(moved.text("/dueAt"))).isBefore(now);
    officer.api().ifMatch(made.etag()).patch(path, Api.json("note", null)).expect(412);
    colleague.api().patch(path, Api.json("note", null)).expectProblem(403, "not-permitted");
    Answer given = manager.api().patch(path, Api.json("officerId", colleague.id())).expect(200);
    assertThat(given.text("/officerId")).isEqualTo(colleague.id());
    colleague.api().patch(path, Api.json("state", "CANCELLED")).expect(200);
    officer.api().patch(path, Api.json("note", "x")).expectProblem(403, "not-permitted");
    colleague.api().patch(path, Api.json("dueAt", tomorrow)).expectProblem(409, "follow-up-closed");
    colleague.api().delete(path).expect(204);
    colleague.api().get(path).expectProblem(404, "not-found");
  }

  @Test
  void is_made_once_by_a_repeated_request() {
    Map<String, @Nullable Object> request = promise("id", UUID.randomUUID().toString());
    Answer first = officer.api().post(PATH, request).expect(201);
    Answer noted =
        officer.api().patch(PATH + "/" + first.id(), Api.json("note", "Changed")).expect(200);

    assertThat(officer.api().post(PATH, request).expect(200).json()).isEqualTo(noted.json());
    request.put("note", "Other");
    officer.api().post(PATH, request).expectProblem(409, "follow-up-id-taken");
    request.remove("note");
    officer.api().delete(PATH + "/" + first.id()).expect(204);
    officer.api().post(PATH, request).expectProblem(409, "follow-up-deleted");
  }

  @Test
  void refuses_what_is_wrong_and_names_the_field() {
    String elsewhere =
        accounts.manager(Accounts.newRegion()).api().post("/api/clients", Samples.client()).id();

    assertThat(places(Api.json("note", " ".repeat(3))))
        .containsExactlyInAnyOrder("/clientId", "/dueAt");
    assertThat(places(promise("dueAt", "2100-01-01T00:00:00Z"))).containsExactly("/dueAt");
    assertThat(places(promise("clientId", elsewhere, "officerId", manager.id())))
        .containsExactlyInAnyOrder("/clientId", "/officerId");
    assertThat(places(promise("state", "DONE"))).containsExactly("/state");
    assertThat(places(promise("note", "x".repeat(4001)))).containsExactly("/note");
    String made = officer.api().post(PATH, promise()).expect(201).id();
    Answer done = officer.api().patch(PATH + "/" + made, Api.json("state", "DONE"));
    assertThat(ProblemShape.places(done.expect(400))).containsExactly("/state");
  }

  @Test
  void a_connected_call_completes_what_was_due_and_makes_the_next_one() {
    String due = officer.api().post(PATH, promise("dueAt", yesterday)).expect(201).id();
    String future = officer.api().post(PATH, promise("dueAt", tomorrow)).expect(201).id();
    var promised = Api.json("dueAt", tomorrow, "note", "Again");

    officer.api().post("/api/calls", call("completes", null)).expect(201);
    officer.api().post("/api/calls", call("outcome", "NO_ANSWER")).expect(201);
    assertThat(state(due)).isEqualTo("OPEN");
    Answer call = officer.api().post("/api/calls", call("followUp", promised)).expect(201);

    Answer done = officer.api().get(PATH + "/" + due);
    assertThat(done.text("/state")).isEqualTo("DONE");
    assertThat(done.text("/doneByCallId")).isEqualTo(call.id());
    assertThat(done.text("/doneAt")).isEqualTo(call.text("/startedAt"));
    assertThat(state(future)).isEqualTo("OPEN");
    assertThat(
            officer.api().items(PATH + "?state=OPEN&clientId=" + client).stream()
                .filter(item -> item.at("/fromCallId").asString("").equals(call.id()))
                .map(item -> item.at("/note").asString()))
        .containsExactly("Again");
  }

  @Test
  void a_call_completes_the_one_it_names_and_only_once() {
    String future = officer.api().post(PATH, promise("dueAt", tomorrow)).expect(201).id();
    var naming = call("completes", future, "outcome", "NO_ANSWER");

    colleague.api().post("/api/calls", naming).expect(201);

    assertThat(state(future)).isEqualTo("DONE");
    officer.api().post("/api/calls", naming).expectProblem(409, "follow-up-closed");
    String other = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    for (var wrong :
        List.of(
            call("completes", UUID.randomUUID().toString()),
            call("completes", future, "clientId", other),
            call("completes", "x"))) {
      assertThat(ProblemShape.places(officer.api().post("/api/calls", wrong).expect(400)))
          .containsExactly("/completes");
    }
    assertThat(
            ProblemShape.places(
                officer
                    .api()
                    .post("/api/calls", Samples.call("followUp", Api.json("dueAt", tomorrow)))
                    .expect(400)))
        .containsExactly("/clientId");
    assertThat(
            ProblemShape.places(
                officer.api().post("/api/calls", call("followUp", Api.json("due", 1))).expect(400)))
        .containsExactlyInAnyOrder("/followUp/due", "/followUp/dueAt");
  }

  @Test
  void a_repeated_call_makes_nothing_again() {
    String due = officer.api().post(PATH, promise("dueAt", yesterday)).expect(201).id();
    var request =
        call(
            "id",
            Samples.callId(now),
            "startedAt",
            now.toString(),
            "completes",
            due,
            "followUp",
            Api.json("dueAt", tomorrow));
    Answer logged = officer.api().post("/api/calls", request).expect(201);
    assertThat(logged.text("/completedFollowUpIds/0")).isEqualTo(due);
    assertThat(officer.api().get(PATH + "/" + logged.text("/followUpId")).text("/fromCallId"))
        .isEqualTo(logged.id());

    assertThat(officer.api().post("/api/calls", request).expect(200).json())
        .isEqualTo(logged.json());
    Answer batch =
        officer.api().post("/api/calls/batch", Api.json("calls", List.of(request))).expect(200);

    assertThat(batch.text("/results/0/status")).isEqualTo("repeated");
    assertThat(batch.at("/results/0/call")).isEqualTo(logged.json());
    assertThat(officer.api().get("/api/calls/" + logged.id()).json().propertyNames())
        .doesNotContain("followUpId", "completedFollowUpIds");
    assertThat(officer.api().items(PATH + "?clientId=" + client)).hasSize(2);
  }

  @Test
  void is_listed_by_due_time_with_filters() {
    String overdue = officer.api().post(PATH, promise("dueAt", yesterday)).expect(201).id();
    String future = officer.api().post(PATH, promise("dueAt", tomorrow)).expect(201).id();
    String ofColleague = colleague.api().post(PATH, promise("dueAt", tomorrow)).expect(201).id();
    String cancelled = officer.api().post(PATH, promise("dueAt", yesterday)).expect(201).id();
    officer.api().patch(PATH + "/" + cancelled, Api.json("state", "CANCELLED")).expect(200);

    assertThat(ids("?clientId=" + client + "&state=OPEN"))
        .containsExactly(overdue, future, ofColleague);
    assertThat(ids("?overdue=true&clientId=" + client)).containsExactly(overdue);
    assertThat(ids("?overdue=false&state=OPEN&clientId=" + client))
        .containsExactly(future, ofColleague);
    assertThat(ids("?state=CANCELLED&officerId=" + officer.id())).containsExactly(cancelled);
    assertThat(ids("?officerId=" + colleague.id())).containsExactly(ofColleague);
    assertThat(ids("?clientId=" + client + "&dueFrom=" + now)).containsExactly(future, ofColleague);
    assertThat(ids("?clientId=" + client + "&dueTo=" + now)).hasSize(2);
    assertThat(ids("?region=" + manager.region())).hasSize(4);
    assertThat(
            ProblemShape.places(
                officer.api().get(PATH + "?dueFrom=2026-02-01&dueTo=2026-01-01").expect(400)))
        .containsExactly("?dueTo");
    assertThat(manager.api().get(PATH + ".csv?overdue=true").expect(200).body())
        .startsWith("id,clientId,clientName,officerId,officerName,dueAt,note,state,")
        .contains(overdue)
        .doesNotContain(future);
  }

  @Test
  void is_counted_per_officer() {
    officer.api().post(PATH, promise("dueAt", yesterday)).expect(201);
    officer.api().post("/api/calls", call("startedAt", yesterday)).expect(201);
    String report = "/api/analytics/follow-ups?region=" + manager.region();
    Api reader = manager.api().with("Cache-Control", "no-cache");
    Answer late = reader.get(report).expect(200);
    assertThat(counts(late)).containsExactly(1, 1, 0, 0, 0);
    officer.api().post(PATH, promise("dueAt", "2001-05-01T10:00:00Z")).expect(201);
    officer.api().post("/api/calls", call()).expect(201);
    officer.api().post(PATH, promise("dueAt", "2001-05-01T10:00:00Z")).expect(201);

    Answer past = reader.get(report + "&from=2001-05-01&to=2001-05-02").expect(200);

    assertThat(counts(past)).containsExactly(2, 0, 1, 1, 0);
    assertThat(past.text("/items/0/officerId")).isEqualTo(officer.id());
    for (var link : Map.of("promised", 2, "kept", 1, "overdue", 1, "cancelled", 0).entrySet()) {
      String list = past.text("/items/0/links/" + link.getKey());
      assertThat(reader.get(list + "&count=true").expect(200).at("/total").intValue())
          .as(list)
          .isEqualTo(link.getValue());
    }
    assertThat(
            reader
                .get(
                    report.replace("follow-ups?", "follow-ups.csv?")
                        + "&from=2001-05-01&to=2001-05-02")
                .expect(200)
                .body())
        .startsWith("officerId,officerName,promised,keptInTime,keptLate,overdue,cancelled\r\n")
        .contains(officer.id())
        .contains(",2,0,1,1,0\r\n");
    assertThat(colleague.api().get(report).expect(200).at("/items").isEmpty()).isTrue();
  }

  @Test
  void is_imported_and_an_exported_file_changes_nothing() {
    String phone = "+4420" + (long) (10_000_000 + Math.random() * 89_999_999);
    String other =
        officer.api().post("/api/clients", Samples.client("phone", phone)).expect(201).id();
    String[] file = {
      "clientPhone,officerEmail,dueAt,note",
      phone + "," + officer.email() + ",2031-05-01T10:00Z,Ask",
      "," + officer.email() + ",2031-05-01T10:00Z,No client",
      phone + "," + officer.email() + ",soon,"
    };

    Answer first = Imports.run(manager.api(), "follow-ups", file);
    Answer second = Imports.run(manager.api(), "follow-ups", file);

    assertThat(Imports.counts(first)).containsExactly(1, 0, 2);
    assertThat(Imports.counts(second)).containsExactly(0, 1, 2);
    assertThat(Imports.rejected(manager.api(), first))
        .anyMatch(line -> line.startsWith("3,clientId,required"))
        .anyMatch(line -> line.startsWith("4,dueAt,malformed"));
    String made = officer.api().items(PATH + "?clientId=" + other).getFirst().at("/id").asString();
    officer.api().patch(PATH + "/" + made, Api.json("state", "CANCELLED")).expect(200);
    String exported = manager.api().get(PATH + ".csv?clientId=" + other).expect(200).body();
    Answer again = manager.api().send("POST", "/api/imports?kind=follow-ups", "text/csv", exported);
    assertThat(Imports.counts(Imports.ended(manager.api(), again.expect(202))))
        .containsExactly(0, 1, 0);
  }

  @Test
  void is_in_the_feed_of_changes_of_those_who_see_it() {
    String cursor =
        colleague.api().get("/api/changes?kinds=followUps").expect(200).text("/nextCursor");
    String made = officer.api().post(PATH, promise()).expect(201).id();

    Answer changes =
        colleague.api().get("/api/changes?kinds=followUps&cursor=" + cursor).expect(200);
    assertThat(changes.text("/items/0/kind")).isEqualTo("followUp");
    assertThat(changes.text("/items/0/id")).isEqualTo(made);
    assertThat(changes.text("/items/0/value/state")).isEqualTo("OPEN");
    officer.api().delete(PATH + "/" + made).expect(204);
    Answer later =
        colleague
            .api()
            .get("/api/changes?kinds=followUps&cursor=" + changes.text("/nextCursor"))
            .expect(200);
    assertThat(later.text("/items/0/change")).isEqualTo("removed");
    accounts
        .manager(Accounts.newRegion())
        .api()
        .get("/api/changes?kinds=followUp")
        .expectProblem(400, "invalid-input");
  }

  @Test
  void a_key_needs_the_scopes() {
    Api key = accounts.key(manager.region(), "follow-ups:write", "follow-ups:read").api();

    String made = key.post(PATH, promise("officerId", officer.id())).expect(201).id();
    assertThat(ProblemShape.places(key.post(PATH, promise()).expect(400)))
        .containsExactly("/officerId");
    key.patch(PATH + "/" + made, Api.json("state", "CANCELLED")).expect(200);
    assertThat(key.items(PATH)).hasSize(1);
    accounts
        .key(manager.region(), "follow-ups:read")
        .api()
        .post(PATH, promise("officerId", officer.id()))
        .expectProblem(403, "not-permitted");
  }

  private Map<String, @Nullable Object> promise(@Nullable Object... fields) {
    return Samples.followUp(client, fields);
  }

  private Map<String, @Nullable Object> call(@Nullable Object... fields) {
    Map<String, @Nullable Object> call = Samples.call("clientId", client);
    call.putAll(Api.json(fields));
    return call;
  }

  private List<String> places(Map<String, @Nullable Object> body) {
    return List.copyOf(ProblemShape.places(officer.api().post(PATH, body).expect(400)));
  }

  private String state(String id) {
    return officer.api().get(PATH + "/" + id).expect(200).text("/state");
  }

  private List<String> ids(String query) {
    return officer.api().items(PATH + query).stream()
        .map(item -> item.at("/id").asString())
        .toList();
  }

  /** The counts of all officers. */
  private static List<Integer> counts(Answer report) {
    List<Integer> counts = new ArrayList<>();
    for (String name : List.of("promised", "keptInTime", "keptLate", "overdue", "cancelled")) {
      counts.add(report.at("/total/" + name).intValue());
    }
    return counts;
  }
}
