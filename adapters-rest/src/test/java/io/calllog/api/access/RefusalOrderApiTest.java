package io.calllog.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of errors, for requests with several of them. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class RefusalOrderApiTest {

  private static final String STALE = "\"99\"";
  private static final String ABSENT = "0197f000-0000-7000-8000-000000000000";

  private final World world;

  RefusalOrderApiTest(Accounts accounts) {
    this.world = new World(accounts);
  }

  /** Resources that the actor does not see, sees but may not change, and may change. */
  private record Things(Account actor, String path, String hidden, String seen, String open) {}

  @ParameterizedTest
  @CsvSource({
    "clients, PUT",
    "clients, PATCH",
    "officers, PUT",
    "officers, PATCH",
    "calls, PUT",
    "calls, PATCH"
  })
  void order_of_refusals_of_a_change(String resource, String method) {
    Things things = things(resource);
    Api api = things.actor().api().ifMatch(STALE);
    String type = method.equals("PUT") ? "application/json" : "application/merge-patch+json";
    var valid = valid(resource);

    for (String id : new String[] {ABSENT, things.hidden(), things.seen(), things.open()}) {
      api.anonymous().send(method, things.path() + id, type, "{").expect(401);
      api.send(method, things.path() + id, "text/plain", "{").expect(415);
      api.send(method, things.path() + id, type, "{").expect(400);
      api.send(method, things.path() + id, type, Api.json("nothing", 1)).expect(400);
      api.send(method, things.path() + id + "?x=1", type, valid).expect(400);
    }
    api.send(method, things.path() + ABSENT, type, valid).expect(404);
    api.send(method, things.path() + things.hidden(), type, valid).expect(404);
    api.send(method, things.path() + things.seen(), type, valid).expect(403);
    api.send(method, things.path() + things.open(), type, valid).expect(412);
    things.actor().api().send(method, things.path() + things.open(), type, valid).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "officers", "calls"})
  void order_of_refusals_of_a_deletion(String resource) {
    Things things = things(resource);
    Api api = things.actor().api().ifMatch(STALE);

    for (String id : new String[] {ABSENT, things.hidden(), things.seen(), things.open()}) {
      api.anonymous().delete(things.path() + id + "?x=1").expect(401);
      api.delete(things.path() + id + "?x=1").expect(400);
    }
    api.delete(things.path() + ABSENT).expect(404);
    api.delete(things.path() + things.hidden()).expect(404);
    api.delete(things.path() + things.seen()).expect(403);
    Api permitted = resource.equals("calls") ? api : world.admin().ifMatch(STALE);
    permitted.delete(things.path() + things.open()).expect(412);
    permitted.ifMatch("*").delete(things.path() + things.open()).expect(204);
    permitted.delete(things.path() + things.open()).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "officers", "calls"})
  void order_of_refusals_of_a_read(String resource) {
    Things things = things(resource);
    Api api = things.actor().api();

    for (String id : new String[] {ABSENT, things.hidden(), things.open()}) {
      api.anonymous().get(things.path() + id + "?x=1").expect(401);
      api.get(things.path() + id + "?x=1").expect(400);
    }
    api.get(things.path() + things.hidden()).expect(404);
    if (!resource.equals("calls")) {
      api.get(things.path() + things.hidden() + "/calls?x=1").expect(400);
      api.get(things.path() + things.hidden() + "/calls?cursor=x").expect(400);
      api.get(things.path() + things.hidden() + "/calls").expect(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clients, company, New, ownerId, " + ABSENT,
    "calls, comment, New, clientId, " + ABSENT,
    "calls, comment, New, startedAt, 2001-01-01T00:00:00Z",
    "calls, comment, New, startedAt, 2999-01-01T00:00:00Z",
  })
  void the_version_is_checked_before_values_that_need_stored_data(
      String resource, String field, String value, String wrongField, String wrong) {
    Things things = things(resource);
    Api api = things.actor().api();
    var body = Api.json(field, value, wrongField, wrong);

    api.ifMatch(STALE).patch(things.path() + things.open(), body).expect(412);
    Answer answer = api.patch(things.path() + things.open(), body).expect(400);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + wrongField);
    assertThat(api.get(things.path() + things.open()).expect(200).at("/" + field).isNull())
        .isTrue();
  }

  @Test
  void a_forbidden_field_is_refused_before_the_version_is_checked() {
    Things officers = things("officers");
    Things clients = things("clients");

    officers
        .actor()
        .api()
        .ifMatch(STALE)
        .patch(officers.path() + officers.open(), Api.json("role", "ADMIN"))
        .expect(403);
    clients
        .actor()
        .api()
        .ifMatch(STALE)
        .patch(
            clients.path() + clients.open(),
            Api.json("region", world.region("sibling"), "ownerId", ABSENT))
        .expect(403);
  }

  @Test
  void the_version_is_checked_before_conflicts() {
    String officer = world.newOfficer("OFFICER", "own");
    Answer other = world.admin().get("/api/officers/" + world.colleague("own")).expect(200);
    var body = Api.json("email", other.text("/email"));

    world.admin().ifMatch(STALE).patch("/api/officers/" + officer, body).expect(412);
    world.admin().patch("/api/officers/" + officer, body).expectProblem(409, "email-taken");
  }

  @Test
  void order_of_refusals_of_creating_an_officer() {
    Api manager = world.actor("MANAGER").api();
    manager.anonymous().post("/api/officers", "{").expect(401);
    manager.send("POST", "/api/officers", "text/plain", "{").expect(415);
    manager.post("/api/officers", Api.json("name", "New")).expect(400);
    String taken = world.admin().get("/api/officers/" + world.colleague("own")).text("/email");
    var officer = Api.json("name", "New", "email", taken, "password", Accounts.PASSWORD);
    manager.post("/api/officers", officer).expect(403);
    world.admin().post("/api/officers", officer).expectProblem(409, "email-taken");
  }

  @Test
  void order_of_refusals_of_creating_a_client() {
    Api officer = world.actor("OFFICER").api();
    var elsewhere = Api.json("name", "New", "region", world.region("above"), "ownerId", ABSENT);
    officer.post("/api/clients?x=1", elsewhere).expect(400);
    officer.post("/api/clients", elsewhere).expect(403);
    officer.post("/api/clients", Api.json("name", "New", "ownerId", ABSENT)).expect(400);
  }

  @Test
  void order_of_refusals_of_logging_a_call() {
    Api officer = world.actor("OFFICER").api();
    var call = World.call(null, null);
    call.put("startedAt", "2026-01-01T10:00:00Z");
    call.put("id", idAt("2026-01-01T10:00:00Z"));
    officer.post("/api/calls", call).expect(201);
    call.put("comment", "Another one");
    officer.post("/api/calls", call).expect(409);
    call.put("clientId", ABSENT);
    officer.post("/api/calls", call).expect(400);
    call.put("durationSeconds", -1);
    Answer answer = officer.post("/api/calls", call).expect(400);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/durationSeconds");
  }

  private Things things(String resource) {
    Account officer = world.actor("OFFICER");
    return switch (resource) {
      case "clients" ->
          new Things(
              officer,
              "/api/clients/",
              world.newClient("sibling", null),
              world.newClient("own", world.colleague("own")),
              world.newClient("own", null));
      case "calls" ->
          new Things(
              officer,
              "/api/calls/",
              world.newCall(world.colleague("sibling"), null),
              world.newCall(world.colleague("sibling"), world.newClient("own", null)),
              world.newCall(officer.id(), null));
      default ->
          new Things(
              world.actor("MANAGER"),
              "/api/officers/",
              world.newOfficer("OFFICER", "sibling"),
              world.newOfficer("MANAGER", "below"),
              world.newOfficer("OFFICER", "own"));
    };
  }

  private static Map<String, @Nullable Object> valid(String resource) {
    return resource.equals("calls")
        ? Api.json("type", "INCOMING", "outcome", "BUSY", "durationSeconds", 1)
        : Api.json("name", "New");
  }

  private static String idAt(String time) {
    long millis = Instant.parse(time).toEpochMilli();
    UUID random = UUID.randomUUID();
    return new UUID(
            (millis << 16) | 0x7000L | (random.getMostSignificantBits() & 0xFFFL),
            random.getLeastSignificantBits())
        .toString();
  }
}
