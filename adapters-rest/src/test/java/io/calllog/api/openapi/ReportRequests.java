package io.calllog.api.openapi;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.imports.Imports;
import java.util.List;

/** Requests about imports, lists as files, reports, and targets. */
final class ReportRequests {

  private final ObservedRequests requests;
  private final Api anonymous;
  private final Api admin;
  private final Accounts accounts;

  ReportRequests(ObservedRequests requests) {
    this.requests = requests;
    this.anonymous = requests.anonymous;
    this.admin = requests.admin;
    this.accounts = requests.accounts;
  }

  /** Sends them. */
  void send() {
    imports();
    files();
    figures();
  }

  private void imports() {
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
    Imports.send(requests.asOfficer(), "calls", Imports.CALLS_HEADER).expect(403);
    Api key = accounts.key(Accounts.newRegion(), "calls:read").api().observedBy(requests::note);
    for (String refused : List.of("/api/imports", path, path + "/rejected")) {
      key.get(refused).expect(403);
    }
    key.delete(path).expect(403);
  }

  private void files() {
    for (String list : new String[] {"calls", "clients", "officers", "follow-ups"}) {
      for (String extension : new String[] {".csv", ".xlsx"}) {
        admin.get("/api/" + list + extension).expect(200);
      }
    }
    for (String extension : new String[] {".csv", ".xlsx"}) {
      admin.get("/api/calls" + extension + "?to=1990-01-01").expect(410);
    }
  }

  private void figures() {
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
      requests.readTwice(path);
      admin.get(path).expect(200);
      admin.with("Accept", "text/csv").get(path).expect(200);
      requests.readTwice(path.replace("?", ".csv?"));
    }
    for (String path : new String[] {"/api/analytics/coverage", "/api/analytics/coverage.csv"}) {
      requests.readTwice(path);
    }
    targets();
    for (String work : new String[] {"verify", "rebuild"}) {
      String path = "/api/admin/analytics/" + work;
      var days = Api.json("from", "2026-02-01", "to", "2026-02-08");
      admin.post(path, days).expect(200);
      requests.asOfficer().post(path, days).expect(403);
    }
  }

  private void targets() {
    Account officer = accounts.officer(Accounts.newRegion());
    Api refused = officer.api().observedBy(requests::note);
    String region = refused.get("/api/regions").text("/items/0/id");
    var target = Api.json("callsPerDay", 40, "from", "2026-02-01");
    for (String of : new String[] {"officers/" + officer.id(), "regions/" + region}) {
      String path = "/api/targets/" + of;
      admin.ifMatch("\"77\"").put(path, target).expect(412);
      admin.put(path, target).expect(200);
      requests.readTwice(path);
      refused.put(path, target).expect(403);
      refused.delete(path).expect(403);
      admin.ifMatch("\"77\"").delete(path).expect(412);
      admin.delete(path).expect(204);
    }
  }
}
