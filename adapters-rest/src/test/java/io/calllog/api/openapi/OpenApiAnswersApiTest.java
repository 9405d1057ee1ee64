package io.calllog.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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

  private final ObservedRequests requests;
  private final Accounts accounts;
  private final Api admin;

  OpenApiAnswersApiTest(Api api, Accounts accounts) {
    this.requests = new ObservedRequests(api, accounts);
    this.accounts = accounts;
    this.admin = requests.admin;
  }

  @Test
  void every_described_status_is_answered() {
    new AccountRequests(requests).send();
    ask_for_clients();
    ask_for_calls();
    ask_for_follow_ups();
    new ReportRequests(requests).send();
    new RefusedRequests(requests).send();
    Set<String> described = new TreeSet<>();
    for (Operation operation : requests.document.operations()) {
      for (String status : operation.json().path("responses").propertyNames()) {
        String answer = operation.name() + " " + status;
        if (!NOT_TO_BE_HAD.contains(status) && !NOT_TO_BE_HAD.contains(answer)) {
          described.add(answer);
        }
      }
    }
    assertThat(requests.seen.stream().filter(answer -> !answer.endsWith("409")))
        .containsExactlyInAnyOrderElementsOf(described);
    assertThat(requests.seen)
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
    requests.readTwice(path);
    admin.get(path + "/calls?count=true").expect(200);
    admin.get(path + "/calls?to=1990-01-01").expect(410);
    admin.get("/api/clients?count=true&limit=1").expect(200);
    admin.put(path, Samples.client("ownerId", owner)).expect(200);
    admin.patch(path, Api.json("company", null)).expect(200);
    requests.mismatch(path, Samples.client());
    admin.post(path + "/claim-calls", Api.json()).expect(200);
    Api colleague = accounts.officer(region).api().observedBy(requests::note);
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
    Api manager = accounts.manager(region).api().observedBy(requests::note);
    Api officer = accounts.officer(region).api().observedBy(requests::note);
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
    requests.readTwice(path);
    admin.get("/api/calls?count=true&limit=1&region=" + region).expect(200);
    admin.put(path, Samples.call("clientId", client)).expect(200);
    admin.patch(path, Api.json("comment", null)).expect(200);
    requests.mismatch(path, Samples.call());
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
    Api officer = accounts.officer(manager.region()).api().observedBy(requests::note);
    String client = manager.api().post("/api/clients", Samples.client()).expect(201).id();
    var promise =
        Samples.followUp(
            client, "id", UUID.randomUUID().toString(), "officerId", manager.id(), "note", "Offer");
    Answer made = admin.post("/api/follow-ups", promise).expect(201);
    admin.post("/api/follow-ups", promise).expect(200);
    admin.post("/api/follow-ups", Samples.followUp(client, "id", made.id())).expect(409);
    String path = "/api/follow-ups/" + made.id();
    requests.readTwice(path);
    admin.get("/api/follow-ups?count=true&limit=1&overdue=true").expect(200);
    admin.patch(path, Api.json("note", null)).expect(200);
    Api stale = admin.ifMatch("\"77\"");
    stale.patch(path, Api.json()).expect(412);
    stale.delete(path).expect(412);
    officer.patch(path, Api.json("state", "CANCELLED")).expect(403);
    officer.delete(path).expect(403);
    Account key = accounts.key(manager.region(), "follow-ups:write", "clients:read");
    key.api().observedBy(requests::note).get("/api/follow-ups").expect(403);
    admin.patch(path, Api.json("state", "CANCELLED")).expect(200);
    admin.patch(path, Api.json("state", "OPEN")).expect(409);
    admin.delete(path).expect(204);
  }
}
