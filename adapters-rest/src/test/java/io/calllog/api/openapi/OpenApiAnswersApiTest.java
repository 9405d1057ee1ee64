package io.calllog.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.Exchange;
import io.calllog.api.OpenApiContract;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import io.calllog.api.imports.Imports;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Each response that the document describes occurs, and matches the description. The exchanges of
 * other tests are compared with the document too; these tests cover every described response.
 */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiAnswersApiTest {

  /**
   * Responses that these tests cannot cause: a body that does not arrive, a lost race, a limit, a
   * defect, an outage, and those that need other settings.
   */
  private static final Set<String> NOT_TO_BE_HAD =
      Set.of(
          "408",
          "409",
          "429",
          "500",
          "503",
          "POST /api/auth/register 403",
          "POST /api/imports 413",
          "DELETE /api/imports/{id} 204");

  private final Accounts accounts;
  private final OpenApiDocument document;
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final Api anonymous;
  private final Api admin;

  OpenApiAnswersApiTest(Api api, Accounts accounts) {
    this.accounts = accounts;
    this.document = new OpenApiDocument(api);
    var contract = new OpenApiContract(document);
    this.anonymous = api.anonymous().observedBy(contract.andThen(this::note));
    this.admin = accounts.admin().api().observedBy(contract.andThen(this::note));
  }

  @Test
  void every_described_status_is_answered() {
    ask_for_officers();
    ask_for_regions();
    ask_for_changes();
    ask_for_keys();
    ask_for_clients();
    ask_for_calls();
    ask_for_follow_ups();
    ask_for_imports();
    ask_for_files();
    ask_for_figures();
    sign_in();
    go_on();
    be_refused();
    Set<String> described = new TreeSet<>();
    for (Operation operation : document.operations()) {
      for (String status : operation.json().path("responses").propertyNames()) {
        String answer = operation.name() + " " + status;
        if (!NOT_TO_BE_HAD.contains(status) && !NOT_TO_BE_HAD.contains(answer)) {
          described.add(answer);
        }
      }
    }
    assertThat(seen.stream().filter(answer -> !answer.endsWith("409")))
        .containsExactlyInAnyOrderElementsOf(described);
    assertThat(seen)
        .contains(
            "POST /api/auth/register 409",
            "POST /api/officers 409",
            "POST /api/regions 409",
            "PATCH /api/regions/{id} 409",
            "DELETE /api/regions/{id} 409",
            "POST /api/calls 409",
            "POST /api/follow-ups 409",
            "PATCH /api/follow-ups/{id} 409",
            "PUT /api/officers/{id} 409",
            "PATCH /api/officers/{id} 409");
  }

  private void note(Exchange exchange) {
    document
        .operation(exchange.method(), exchange.uri().getRawPath())
        .ifPresent(operation -> seen.add(operation.name() + " " + exchange.answer().status()));
  }

  private void ask_for_officers() {
    String taken = accounts.officer(Accounts.newRegion()).email();
    Answer officer = admin.post("/api/officers", newOfficer(mail())).expect(201);
    admin.post("/api/officers", newOfficer(taken)).expect(409);
    String path = "/api/officers/" + officer.id();
    readTwice(path);
    admin.get(path + "/calls?count=true").expect(200);
    admin.get(path + "/calls?to=1990-01-01").expect(410);
    admin.get("/api/officers?count=true&limit=1").expect(200);
    admin.put(path, Api.json("name", "Bob", "email", mail())).expect(200);
    admin.put(path, Api.json("name", "Bob", "email", taken)).expect(409);
    admin.patch(path, Api.json("email", taken)).expect(409);
    admin.patch(path, Api.json("phone", "+442079460958")).expect(200);
    mismatch(path, Api.json("name", "Bob", "email", mail()));
    Api officers = asOfficer();
    String own = "/api/officers/" + officers.get("/api/auth/profile").id();
    officers.post("/api/officers", newOfficer(mail())).expect(403);
    officers.patch(own, Api.json("role", "ADMIN")).expect(403);
    officers.put(own, Api.json("name", "Bob", "email", mail(), "role", "ADMIN")).expect(403);
    officers.delete(own).expect(403);
    officers.post(own + "/erase", Api.json()).expect(403);
    officers.post(own + "/restore", Api.json()).expect(403);
    officers.post(own + "/hand-over", Api.json("to", UUID.randomUUID().toString())).expect(403);
    admin.post(path + "/hand-over", Api.json("to", accounts.admin().id())).expect(200);
    admin.delete(path).expect(204);
    admin.post(path + "/restore", Api.json()).expect(200);
    admin.post(path + "/erase", Api.json()).expect(204);
    admin.post(path + "/restore", Api.json()).expect(409);
  }

  private void ask_for_regions() {
    var named = Api.json("path", Accounts.newRegion());
    String path = "/api/regions/" + admin.post("/api/regions", named).expect(201).id();
    readTwice(path);
    admin.get("/api/regions?count=true&limit=1").expect(200);
    admin.patch(path, Api.json("path", Accounts.newRegion())).expect(200);
    Api stale = admin.ifMatch("\"77\"");
    stale.patch(path, named).expect(412);
    stale.delete(path).expect(412);
    Account officer = accounts.officer(admin.get(path).text("/path"));
    Api refused = officer.api().observedBy(this::note);
    refused.post("/api/regions", named).expect(403);
    refused.patch(path, named).expect(403);
    refused.delete(path).expect(403);
    admin.post("/api/regions", Api.json("path", officer.region())).expect(409);
    admin.patch(path, Api.json("path", "unassigned")).expect(409);
    admin.delete(path).expect(409);
    admin.delete("/api/officers/" + officer.id()).expect(204);
    admin.delete(path).expect(204);
  }

  private void ask_for_changes() {
    Answer changes = asOfficer().get("/api/changes?limit=1000&kinds=regions,officers").expect(200);
    String cursor = changes.text("/nextCursor");
    admin.get("/api/changes?kinds=officers,regions&cursor=" + cursor).expect(410);
  }

  private void ask_for_keys() {
    var key = Api.json("name", "PBX", "scopes", List.of("calls:read"), "region", "");
    String path = "/api/keys/" + admin.post("/api/keys", key).expect(201).id();
    readTwice(path);
    admin.get("/api/keys?count=true&limit=1").expect(200);
    admin.patch(path, Api.json("name", "Exchange")).expect(200);
    Api stale = admin.ifMatch("\"77\"");
    stale.patch(path, Api.json("name", "PBX")).expect(412);
    stale.delete(path).expect(412);
    admin.delete(path).expect(204);
  }

  private void ask_for_clients() {
    String region = Accounts.newRegion();
    String owner = accounts.officer(region).id();
    Answer client =
        admin
            .post("/api/clients", Samples.wholeClient("region", region, "ownerId", owner))
            .expect(201);
    String path = "/api/clients/" + client.id();
    var chosen = Samples.client("id", UUID.randomUUID().toString());
    admin.post("/api/clients", chosen).expect(201);
    admin.post("/api/clients", chosen).expect(200);
    admin.post("/api/calls", Samples.call("clientId", client.id())).expect(201);
    readTwice(path);
    admin.get(path + "/calls?count=true").expect(200);
    admin.get(path + "/calls?to=1990-01-01").expect(410);
    admin.get("/api/clients?count=true&limit=1").expect(200);
    admin.put(path, Samples.client("ownerId", owner)).expect(200);
    admin.patch(path, Api.json("company", null)).expect(200);
    mismatch(path, Samples.client());
    admin.post(path + "/claim-calls", Api.json()).expect(200);
    Api colleague = accounts.officer(region).api().observedBy(this::note);
    colleague.post("/api/clients", Samples.client("region", "Elsewhere")).expect(403);
    colleague.put(path, Samples.client()).expect(403);
    colleague.patch(path, Api.json("company", "Mine")).expect(403);
    colleague.delete(path).expect(403);
    colleague.post(path + "/erase", Api.json()).expect(403);
    colleague.post(path + "/restore", Api.json()).expect(403);
    ask_to_merge(admin.post("/api/clients", Samples.client()).expect(201).id(), path, colleague);
    admin.delete(path).expect(204);
    admin.post(path + "/restore", Api.json()).expect(200);
    admin.post(path + "/erase", Api.json()).expect(204);
  }

  private void ask_to_merge(String merged, String path, Api colleague) {
    var from = Api.json("from", merged);
    colleague.post(path + "/merge", from).expect(403);
    admin.post(path + "/merge", from).expect(200);
    String gone = "/api/clients/" + merged;
    admin.get(gone).expect(410);
    admin.get(gone + "/calls").expect(410);
    admin.put(gone, Samples.client()).expect(410);
    admin.patch(gone, Api.json("company", null)).expect(410);
    admin.delete(gone).expect(410);
    admin.post(gone + "/restore", Api.json()).expect(410);
    admin.post(gone + "/merge", from(path)).expect(410);
    admin.post(gone + "/claim-calls", Api.json()).expect(410);
    admin.post(gone + "/erase", Api.json()).expect(410);
  }

  private static Map<String, @Nullable Object> from(String path) {
    return Api.json("from", path.substring(path.lastIndexOf('/') + 1));
  }

  private void ask_for_calls() {
    String region = Accounts.newRegion();
    Api manager = accounts.manager(region).api().observedBy(this::note);
    Api officer = accounts.officer(region).api().observedBy(this::note);
    String client = manager.post("/api/clients", Samples.client()).expect(201).id();
    var start = java.time.Instant.now();
    var call =
        Samples.call(
            "id", Samples.callId(start), "startedAt", start.toString(), "clientId", client);
    Answer logged = manager.post("/api/calls", call).expect(201);
    manager.post("/api/calls", call).expect(200);
    officer.post("/api/calls", call).expect(409);
    admin.post("/api/calls/batch", Api.json("calls", List.of(call, Samples.call()))).expect(200);
    String path = "/api/calls/" + logged.id();
    readTwice(path);
    admin.get("/api/calls?count=true&limit=1&region=" + region).expect(200);
    admin.put(path, Samples.call("clientId", client)).expect(200);
    admin.patch(path, Api.json("comment", null)).expect(200);
    mismatch(path, Samples.call());
    officer.put(path, Samples.call()).expect(403);
    officer.patch(path, Api.json("comment", "Mine")).expect(403);
    officer.delete(path).expect(403);
    officer.post(path + "/restore", Api.json()).expect(403);
    admin.get(path + "/revisions?count=true&limit=1").expect(200);
    admin.get("/api/audit?count=true&limit=1").expect(200);
    officer.get("/api/audit").expect(403);
    admin.get("/api/jobs").expect(200);
    officer.get("/api/jobs").expect(403);
    admin.delete(path).expect(204);
    admin.post(path + "/restore", Api.json()).expect(200);
    String past = "/api/calls/" + Samples.callId(java.time.Instant.parse("1990-01-01T00:00:00Z"));
    admin.get(past).expect(410);
    admin.get(past + "/revisions").expect(410);
    admin.put(past, Samples.call()).expect(410);
    admin.patch(past, Api.json("comment", null)).expect(410);
    admin.delete(past).expect(410);
    admin.post(past + "/restore", Api.json()).expect(410);
    admin.get("/api/calls?to=1990-01-01").expect(410);
  }

  private void ask_for_follow_ups() {
    Account manager = accounts.manager(Accounts.newRegion());
    Api officer = accounts.officer(manager.region()).api().observedBy(this::note);
    String client = manager.api().post("/api/clients", Samples.client()).expect(201).id();
    var promise =
        Samples.followUp(
            client, "id", UUID.randomUUID().toString(), "officerId", manager.id(), "note", "Offer");
    Answer made = admin.post("/api/follow-ups", promise).expect(201);
    admin.post("/api/follow-ups", promise).expect(200);
    admin.post("/api/follow-ups", Samples.followUp(client, "id", made.id())).expect(409);
    String path = "/api/follow-ups/" + made.id();
    readTwice(path);
    admin.get("/api/follow-ups?count=true&limit=1&overdue=true").expect(200);
    admin.patch(path, Api.json("note", null)).expect(200);
    Api stale = admin.ifMatch("\"77\"");
    stale.patch(path, Api.json()).expect(412);
    stale.delete(path).expect(412);
    officer.patch(path, Api.json("state", "CANCELLED")).expect(403);
    officer.delete(path).expect(403);
    Account key = accounts.key(manager.region(), "follow-ups:write", "clients:read");
    key.api().observedBy(this::note).get("/api/follow-ups").expect(403);
    admin.patch(path, Api.json("state", "CANCELLED")).expect(200);
    admin.patch(path, Api.json("state", "OPEN")).expect(409);
    admin.delete(path).expect(204);
  }

  private void ask_for_imports() {
    Answer sent = Imports.send(admin, "clients", "name", "Ada").expect(202);
    String path = "/api/imports/" + Imports.ended(admin, sent).id();
    admin.get(path + "/rejected").expect(200);
    admin.get("/api/imports?count=true&limit=1").expect(200);
    admin.delete(path).expect(409);
    String post = "/api/imports?kind=officers";
    admin.send("POST", post, "text/csv", "").expect(400);
    admin.send("POST", post, "application/json", "{}").expect(415);
    admin.with("Accept", "image/png").send("POST", post, "text/csv", "name").expect(406);
    anonymous.send("POST", post, "text/csv", "name").expect(401);
    Imports.send(asOfficer(), "calls", Imports.CALLS_HEADER).expect(403);
    Api key = accounts.key(Accounts.newRegion(), "calls:read").api().observedBy(this::note);
    for (String refused : List.of("/api/imports", path, path + "/rejected")) {
      key.get(refused).expect(403);
    }
    key.delete(path).expect(403);
  }

  private void ask_for_files() {
    for (String list : new String[] {"calls", "clients", "officers", "follow-ups"}) {
      for (String extension : new String[] {".csv", ".xlsx"}) {
        admin.get("/api/" + list + extension).expect(200);
      }
    }
    for (String extension : new String[] {".csv", ".xlsx"}) {
      admin.get("/api/calls" + extension + "?to=1990-01-01").expect(410);
    }
  }

  private void ask_for_figures() {
    for (String report :
        new String[] {
          "volumes",
          "call-time-per-officer",
          "calls-per-officer-per-day",
          "outcomes",
          "types",
          "follow-ups",
          "hours",
          "summary"
        }) {
      String path = "/api/analytics/" + report + "?from=2026-02-01&to=2026-02-08";
      readTwice(path);
      admin.get(path).expect(200);
      admin.with("Accept", "text/csv").get(path).expect(200);
      readTwice(path.replace("?", ".csv?"));
    }
    for (String path : new String[] {"/api/analytics/coverage", "/api/analytics/coverage.csv"}) {
      readTwice(path);
    }
    ask_for_targets();
    for (String work : new String[] {"verify", "rebuild"}) {
      String path = "/api/admin/analytics/" + work;
      var days = Api.json("from", "2026-02-01", "to", "2026-02-08");
      admin.post(path, days).expect(200);
      asOfficer().post(path, days).expect(403);
    }
  }

  private void ask_for_targets() {
    Account officer = accounts.officer(Accounts.newRegion());
    Api refused = officer.api().observedBy(this::note);
    String region = refused.get("/api/regions").text("/items/0/id");
    var target = Api.json("callsPerDay", 40, "from", "2026-02-01");
    for (String of : new String[] {"officers/" + officer.id(), "regions/" + region}) {
      String path = "/api/targets/" + of;
      admin.ifMatch("\"77\"").put(path, target).expect(412);
      admin.put(path, target).expect(200);
      readTwice(path);
      refused.put(path, target).expect(403);
      refused.delete(path).expect(403);
      admin.ifMatch("\"77\"").delete(path).expect(412);
      admin.delete(path).expect(204);
    }
  }

  private void sign_in() {
    String mail = mail();
    var registration = Api.json("name", "Ada", "email", mail, "password", Accounts.PASSWORD);
    anonymous.post("/api/auth/register", registration).expect(201);
    anonymous.post("/api/auth/register", registration).expect(409);
    var credentials = Api.json("email", mail, "password", Accounts.PASSWORD);
    String token = anonymous.post("/api/auth/login", credentials).expect(200).text("/accessToken");
    credentials.put("password", "wrong");
    anonymous.post("/api/auth/login", credentials).expect(401);
    Answer profile = anonymous.as(token).get("/api/auth/profile").expect(200);
    anonymous.as(token).with("If-None-Match", profile.etag()).get("/api/auth/profile").expect(304);
  }

  private void go_on() {
    Account officer = accounts.officer(Accounts.newRegion());
    Api api = officer.api().observedBy(this::note);
    var token = Api.json("refreshToken", officer.refreshToken());
    anonymous.post("/api/auth/refresh", token).expect(200);
    anonymous.post("/api/auth/refresh", Api.json("refreshToken", "none")).expect(401);
    Account elsewhere = accounts.signIn(officer.email(), officer.password());
    elsewhere
        .api()
        .observedBy(this::note)
        .post("/api/auth/logout", Api.json("refreshToken", elsewhere.refreshToken()))
        .expect(204);
    accounts.signIn(officer.email(), officer.password());
    Answer sessions = api.get("/api/auth/sessions").expect(200);
    api.delete("/api/auth/sessions/" + sessions.text("/items/0/id")).expect(204);
    var passwords = Api.json("currentPassword", "wrong", "newPassword", Accounts.PASSWORD);
    api.put("/api/auth/password", passwords).expect(401);
    passwords.put("currentPassword", officer.password());
    api.put("/api/auth/password", passwords).expect(204);
    String password = "/api/officers/" + officer.id() + "/password";
    var reset = Api.json("newPassword", Accounts.PASSWORD);
    admin.ifMatch("\"77\"").put(password, reset).expect(412);
    admin.put(password, reset).expect(204);
    admin.put("/api/officers/" + UUID.randomUUID() + "/password", reset).expect(404);
    admin.put("/api/officers/" + accounts.admin().id() + "/password", reset).expect(403);
  }

  /** The errors that depend only on HTTP and the path, for each operation that describes them. */
  private void be_refused() {
    Api key = accounts.key(Accounts.newRegion(), "clients:write").api().observedBy(this::note);
    for (Operation operation : document.operations()) {
      if (operation.name().equals("POST /api/imports")) {
        continue; // not JSON: see ask_for_imports
      }
      Set<String> answers = Set.copyOf(operation.json().path("responses").propertyNames());
      String method = operation.method();
      String type = document.requestType(operation.json()).orElse("application/json");
      String path = operation.at(UUID.randomUUID().toString());
      if (operation.path().contains("{")) {
        admin.send(method, operation.at("7"), type, "{}").expect(400);
        admin.send(method, path, type, validBody(operation)).expect(404);
      } else {
        admin.send(method, path + "?undescribed=x", type, "{}").expect(400);
      }
      admin.with("Accept", "image/png").send(method, path, type, "{}").expect(406);
      if (operation.json().path("security").isMissingNode()) {
        key.send(method, path, type, "{}");
        anonymous.send(method, path, type, "{}").expect(401);
      }
      if (document.requestType(operation.json()).isPresent()) {
        String known = operation.at(known(operation));
        admin.send(method, known, "text/plain", "{}").expect(415);
        int mebibytes = operation.path().endsWith("/batch") ? 4 : 1;
        String large = " ".repeat(mebibytes * 1024 * 1024) + "{}";
        admin.send(method, known, type, large).expect(413);
      }
      assertThat(answers).as(operation.name()).contains("400", "406", "429", "500", "503");
    }
  }

  private static Object validBody(Operation operation) {
    return switch (operation.name()) {
      case "PUT /api/officers/{id}" -> Api.json("name", "Ann", "email", "ann@calllog.example");
      case "PUT /api/officers/{id}/password" -> Api.json("newPassword", Accounts.PASSWORD);
      case "POST /api/officers/{id}/hand-over" -> Api.json("to", UUID.randomUUID().toString());
      case "PUT /api/clients/{id}" -> Api.json("name", "Ann");
      case "POST /api/clients/{id}/merge" -> Api.json("from", UUID.randomUUID().toString());
      case "PUT /api/calls/{id}" -> Samples.call();
      case "PUT /api/targets/officers/{id}", "PUT /api/targets/regions/{id}" ->
          Api.json("callsPerDay", 40, "from", "2026-02-01");
      default -> Api.json();
    };
  }

  private String known(Operation operation) {
    return switch (operation.path().replace("/targets", "").split("/", -1)[2]) {
      case "officers" -> accounts.officer(Accounts.newRegion()).id();
      case "regions" ->
          admin.post("/api/regions", Api.json("path", Accounts.newRegion())).expect(201).id();
      case "keys" -> accounts.key(Accounts.newRegion(), "calls:read").id();
      case "clients" -> admin.post("/api/clients", Samples.client()).expect(201).id();
      case "calls" -> admin.post("/api/calls", Samples.call()).expect(201).id();
      case "follow-ups" -> {
        String client = admin.post("/api/clients", Samples.client()).expect(201).id();
        yield admin.post("/api/follow-ups", Samples.followUp(client)).expect(201).id();
      }
      default -> "";
    };
  }

  private void readTwice(String path) {
    Answer read = admin.get(path).expect(200);
    admin.with("If-None-Match", read.etag()).get(path).expect(304);
  }

  private void mismatch(String path, Object replacement) {
    Api stale = admin.ifMatch("\"77\"");
    stale.put(path, replacement).expect(412);
    String collection = path.substring(0, path.lastIndexOf('/') + 1);
    admin.put(collection + UUID.randomUUID(), replacement).expect(404);
    stale.patch(path, Api.json()).expect(412);
    stale.delete(path).expect(412);
  }

  private Api asOfficer() {
    return accounts.officer(Accounts.newRegion()).api().observedBy(this::note);
  }

  private Object newOfficer(String email) {
    return Api.json(
        "name",
        "Ada",
        "email",
        email,
        "password",
        Accounts.PASSWORD,
        "phone",
        "+442079460958",
        "region",
        accounts.region(Accounts.newRegion()),
        "role",
        "MANAGER",
        "status",
        "ACTIVE");
  }

  private static String mail() {
    return Accounts.unique() + "@calllog.example";
  }
}
