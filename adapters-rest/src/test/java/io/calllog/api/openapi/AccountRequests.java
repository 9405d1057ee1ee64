package io.calllog.api.openapi;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import java.util.List;
import java.util.UUID;

/** Requests about officers, regions, changes and keys, and about passwords and sessions. */
final class AccountRequests {

  private final ObservedRequests requests;
  private final Api anonymous;
  private final Api admin;
  private final Accounts accounts;

  AccountRequests(ObservedRequests requests) {
    this.requests = requests;
    this.anonymous = requests.anonymous;
    this.admin = requests.admin;
    this.accounts = requests.accounts;
  }

  /** Sends them. */
  void send() {
    officers();
    regions();
    changes();
    keys();
    signIn();
    sessions();
  }

  private void officers() {
    String taken = accounts.officer(Accounts.newRegion()).email();
    Answer officer = admin.post("/api/officers", newOfficer(mail())).expect(201);
    admin.post("/api/officers", newOfficer(taken)).expect(409);
    String path = "/api/officers/" + officer.id();
    requests.readTwice(path);
    admin.get(path + "/calls?count=true").expect(200);
    admin.get(path + "/calls?to=1990-01-01").expect(410);
    admin.get("/api/officers?count=true&limit=1").expect(200);
    admin.put(path, Api.json("name", "Bob", "email", mail())).expect(200);
    admin.put(path, Api.json("name", "Bob", "email", taken)).expect(409);
    admin.patch(path, Api.json("email", taken)).expect(409);
    admin.patch(path, Api.json("phone", "+442079460958")).expect(200);
    requests.mismatch(path, Api.json("name", "Bob", "email", mail()));
    Api officers = requests.asOfficer();
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

  private void regions() {
    var named = Api.json("path", Accounts.newRegion());
    String path = "/api/regions/" + admin.post("/api/regions", named).expect(201).id();
    requests.readTwice(path);
    admin.get("/api/regions?count=true&limit=1").expect(200);
    admin.patch(path, Api.json("path", Accounts.newRegion())).expect(200);
    Api stale = admin.ifMatch("\"77\"");
    stale.patch(path, named).expect(412);
    stale.delete(path).expect(412);
    Account officer = accounts.officer(admin.get(path).text("/path"));
    Api refused = officer.api().observedBy(requests::note);
    refused.post("/api/regions", named).expect(403);
    refused.patch(path, named).expect(403);
    refused.delete(path).expect(403);
    admin.post("/api/regions", Api.json("path", officer.region())).expect(409);
    admin.patch(path, Api.json("path", "unassigned")).expect(409);
    admin.delete(path).expect(409);
    admin.delete("/api/officers/" + officer.id()).expect(204);
    admin.delete(path).expect(204);
  }

  private void changes() {
    Answer changes =
        requests.asOfficer().get("/api/changes?limit=1000&kinds=regions,officers").expect(200);
    String cursor = changes.text("/nextCursor");
    admin.get("/api/changes?kinds=officers,regions&cursor=" + cursor).expect(410);
  }

  private void keys() {
    var key = Api.json("name", "PBX", "scopes", List.of("calls:read"), "region", "");
    String path = "/api/keys/" + admin.post("/api/keys", key).expect(201).id();
    requests.readTwice(path);
    admin.get("/api/keys?count=true&limit=1").expect(200);
    admin.patch(path, Api.json("name", "Exchange")).expect(200);
    Api stale = admin.ifMatch("\"77\"");
    stale.patch(path, Api.json("name", "PBX")).expect(412);
    stale.delete(path).expect(412);
    admin.delete(path).expect(204);
  }

  private void signIn() {
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

  private void sessions() {
    Account officer = accounts.officer(Accounts.newRegion());
    Api api = officer.api().observedBy(requests::note);
    var token = Api.json("refreshToken", officer.refreshToken());
    anonymous.post("/api/auth/refresh", token).expect(200);
    anonymous.post("/api/auth/refresh", Api.json("refreshToken", "none")).expect(401);
    Account elsewhere = accounts.signIn(officer.email(), officer.password());
    elsewhere
        .api()
        .observedBy(requests::note)
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
