package io.calllog.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One successful scenario for each resource through the whole application. */
@ApiTest
class ResourcesApiIT {

  private final Accounts accounts;
  private final String region = Accounts.newRegion();

  ResourcesApiIT(Accounts accounts) {
    this.accounts = accounts;
  }

  @Test
  void sessions() {
    Account officer = accounts.officer(region);
    var token = Api.json("refreshToken", officer.refreshToken());
    Answer refreshed = officer.api().anonymous().post("/api/auth/refresh", token).expect(200);
    Api api = officer.api().as(refreshed.text("/accessToken"));

    assertThat(api.get("/api/auth/profile").expect(200).text("/email")).isEqualTo(officer.email());
    assertThat(api.get("/api/auth/sessions").expect(200).at("/items")).hasSize(1);
    token.put("refreshToken", refreshed.text("/refreshToken"));
    api.post("/api/auth/logout", token).expect(204);
    api.anonymous().post("/api/auth/refresh", token).expectProblem(401, "bad-refresh-token");
  }

  @Test
  void officers() {
    Api admin = accounts.admin().api();
    Account officer = accounts.officer(region);
    String path = "/api/officers/" + officer.id();

    Answer changed = admin.patch(path, Api.json("name", "Ada " + region)).expect(200);
    assertThat(changed.text("/name")).isEqualTo("Ada " + region);
    assertThat(admin.get(path).expect(200).text("/name")).isEqualTo(changed.text("/name"));
    Answer found = admin.get("/api/officers?count=true&q=" + region).expect(200);
    assertThat(found.at("/total").intValue()).isEqualTo(1);
    assertThat(found.text("/items/0/id")).isEqualTo(officer.id());
    admin.delete(path).expect(204);
    admin.get(path).expectProblem(404, "not-found");
  }

  @Test
  void clients() {
    Api manager = accounts.manager(region).api();
    Answer created = manager.post("/api/clients", Samples.wholeClient()).expect(201);
    String path = "/api/clients/" + created.id();

    var replacement = Samples.wholeClient("company", "Company " + region);
    manager.ifMatch(created.etag()).put(path, replacement).expect(200);
    manager.ifMatch(created.etag()).put(path, replacement).expect(412);
    assertThat(manager.get(path).expect(200).text("/company")).isEqualTo("Company " + region);
    Answer found = manager.get("/api/clients?q=company%20" + region).expect(200);
    assertThat(found.text("/items/0/id")).isEqualTo(created.id());
    manager.post("/api/calls", Samples.call("clientId", created.id())).expect(201);
    assertThat(manager.get(path + "/calls").expect(200).at("/items")).hasSize(1);
    manager.delete(path).expect(204);
    manager.get(path).expectProblem(404, "not-found");
  }

  @Test
  void calls() {
    Api officer = accounts.officer(region).api();
    Answer logged = officer.post("/api/calls", Samples.call()).expect(201);
    String path = "/api/calls/" + logged.id();

    Answer changed = officer.patch(path, Api.json("comment", "Call back")).expect(200);
    assertThat(officer.get(path).expect(200).etag()).isEqualTo(changed.etag());
    Answer revisions = officer.get(path + "/revisions").expect(200);
    assertThat(revisions.at("/items")).hasSize(1);
    assertThat(officer.get("/api/calls").expect(200).at("/items")).hasSize(1);
    officer.delete(path).expect(204);
    assertThat(officer.get("/api/calls").expect(200).at("/items")).isEmpty();
  }

  @Test
  void figures() {
    Api officer = accounts.officer(region).api();
    officer.post("/api/calls", Samples.call("startedAt", "2026-02-01T12:00:00Z")).expect(201);
    String range = "?from=2026-02-01&to=2026-02-02";

    assertThat(officer.get("/api/analytics/volumes" + range).at("/total/calls").intValue()).isOne();
    assertThat(officer.get("/api/analytics/summary" + range).at("/calls/value").intValue()).isOne();
    assertThat(officer.get("/api/analytics/outcomes" + range).at("/items/0/calls").intValue())
        .isOne();
    for (String report : new String[] {"call-time-per-officer", "calls-per-officer-per-day"}) {
      assertThat(officer.get("/api/analytics/" + report + range).at("/items")).hasSize(1);
    }
    accounts
        .admin()
        .api()
        .post("/api/admin/analytics/verify", Api.json("from", "2026-02-01", "to", "2026-02-02"))
        .expect(200);
  }

  @Test
  void audit() {
    Account manager = accounts.manager(region);
    String client = manager.api().post("/api/clients", Samples.client()).expect(201).id();

    Answer entries = manager.api().get("/api/audit?subjectId=" + client).expect(200);
    assertThat(entries.text("/items/0/action")).isEqualTo("CLIENT_CREATED");
    assertThat(entries.text("/items/0/actorId")).isEqualTo(manager.id());
  }
}
