package io.calllog.api.access;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.Samples;
import io.calllog.api.access.Matrix.Cell;
import io.calllog.api.imports.Imports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The requests for the operations of the matrix. Only missing rights can make them fail. Operations
 * without a body need no entry here.
 */
final class MatrixRequests {

  private static final String NEW_PASSWORD = "another horse battery staple";
  private static final Object TARGET = Api.json("callsPerDay", 40, "from", "2026-02-01");

  private final Api api;
  private final Accounts accounts;
  private final OpenApiDocument document;
  private final Subjects subjects;
  private @Nullable Account visitor;
  private String refreshToken = "";

  MatrixRequests(Api api, Accounts accounts, Subjects subjects) {
    this.api = api.anonymous();
    this.accounts = accounts;
    this.document = new OpenApiDocument(api);
    this.subjects = subjects;
  }

  /** Sends the request and returns the result in the notation of the table. */
  String ask(Cell cell) {
    Account actor = subjects.actor(cell);
    boolean hasSubject =
        !cell.subject().equals("-")
            && (!cell.subject().equals("region")
                || cell.path().startsWith("/api/regions")
                || cell.path().startsWith("/api/targets"));
    String subject =
        cell.path().startsWith("/api/imports/")
            ? finishedImport()
            : hasSubject ? subjects.subject(cell, actor) : "";
    if (cell.path().startsWith("/api/targets")) {
      String path = cell.path().replace("{id}", subject);
      subjects.world().admin().put(path, TARGET).expect(200);
    }
    Answer answer = send(cell, actor, subject);
    if (cell.path().equals("/api/calls/batch") && answer.status() == 200) {
      JsonNode result = answer.at("/results/0"); // a call that was logged is like one of 201
      return result.path("problem").path("status").asString("201");
    }
    boolean tellsIfListed = cell.expected().equals("in") || cell.expected().equals("out");
    if (!tellsIfListed || answer.status() != 200) {
      return String.valueOf(answer.status());
    }
    boolean has =
        (cell.path().equals("/api/regions") && actor != null)
            ? actor.api().items("/api/regions?limit=200").stream()
                .anyMatch(region -> region.at("/id").asString().equals(subject))
            : has(cell, answer, subject);
    return has ? "in" : "out";
  }

  private Answer send(Cell cell, @Nullable Account actor, String subject) {
    Api asActor = actor == null ? api : actor.api();
    String path = cell.path().replace("{id}", subject);
    if (cell.method().equals("GET")) {
      return asActor.with("Cache-Control", "no-cache").get(path + query(cell, actor, subject));
    }
    if (cell.path().equals("/api/imports")) {
      return Imports.send(asActor, "calls", Imports.CALLS_HEADER);
    }
    JsonNode operation = document.operation(cell.method(), cell.path()).orElseThrow().json();
    String type = document.requestType(operation).orElse(null);
    Object body = type == null ? null : body(cell, actor, subject);
    Answer answer = asActor.send(cell.method(), path, type, body);
    if (cell.path().equals("/api/auth/refresh") && answer.status() == 200) {
      refreshToken = answer.text("/refreshToken");
    }
    return answer;
  }

  private String query(Cell cell, @Nullable Account actor, String subject) {
    if (cell.path().equals("/api/audit")) {
      return "?subjectId=" + subject;
    }
    if (cell.path().equals("/api/analytics/coverage")) {
      return "?officerId=" + subjects.officer(cell, actor);
    }
    return switch (cell.subject()) {
      case "officer" ->
          cell.path().contains("{id}") ? "" : "?q=" + asAdmin("/api/officers/" + subject, "/email");
      case "client" ->
          cell.path().contains("{id}")
              ? ""
              : "?q=" + asAdmin("/api/clients/" + subject, "/name").replace(" ", "%20");
      case "call", "follow-up" ->
          cell.path().contains("{id}") ? "" : "?officerId=" + subjects.officer(cell, actor);
      default -> "";
    };
  }

  private static boolean has(Cell cell, Answer answer, String subject) {
    return switch (cell.path()) {
      case "/api/analytics/volumes", "/api/analytics/hours" ->
          answer.at("/total/calls").intValue() > 0;
      case "/api/analytics/summary" -> answer.at("/calls/value").intValue() > 0;
      case "/api/analytics/outcomes", "/api/analytics/types" ->
          answer.at("/items").valueStream().anyMatch(item -> item.at("/calls").intValue() > 0);
      case "/api/analytics/call-time-per-officer",
          "/api/analytics/calls-per-officer-per-day",
          "/api/analytics/follow-ups",
          "/api/analytics/coverage",
          "/api/audit" ->
          !answer.at("/items").isEmpty();
      case "/api/officers.csv", "/api/clients.csv", "/api/calls.csv", "/api/follow-ups.csv" ->
          answer.body().contains(subject);
      default -> World.lists(answer, subject);
    };
  }

  private Object body(Cell cell, @Nullable Account actor, String subject) {
    String name = "Test " + Accounts.unique();
    return switch (cell.operation()) {
      case "POST /api/auth/register" -> newOfficer(name);
      case "POST /api/auth/login" ->
          Api.json("email", visitor().email(), "password", Accounts.PASSWORD);
      case "POST /api/auth/refresh" -> Api.json("refreshToken", refreshToken());
      case "POST /api/auth/logout" -> Api.json("refreshToken", another(actor));
      case "PUT /api/auth/password" ->
          Api.json("currentPassword", Accounts.PASSWORD, "newPassword", NEW_PASSWORD);
      case "PUT /api/officers/{id}/password" -> Api.json("newPassword", NEW_PASSWORD);
      case "POST /api/officers" -> placed(cell, newOfficer(name));
      case "PUT /api/officers/{id}" ->
          Api.json("name", name, "email", asAdmin("/api/officers/" + subject, "/email"));
      case "PATCH /api/officers/{id}" -> Api.json("name", name);
      case "POST /api/officers/{id}/hand-over" ->
          Api.json(
              "to",
              actor == null || actor.id().equals(subject)
                  ? subjects.world().colleague("own")
                  : actor.id());
      case "POST /api/regions" -> Api.json("path", Accounts.newRegion());
      case "PATCH /api/regions/{id}" -> Api.json(); // a new path would move other subjects
      case "POST /api/keys" ->
          Api.json("name", name, "scopes", List.of("calls:read"), "region", "");
      case "PATCH /api/keys/{id}" -> Api.json("name", name);
      case "POST /api/clients" -> placed(cell, Api.json("name", name));
      case "PUT /api/clients/{id}" ->
          Api.json(
              "name",
              name,
              "ownerId",
              asAdmin("/api/clients/" + subject, "/ownerId"),
              "callEvery",
              "P14D");
      case "PATCH /api/clients/{id}" -> Api.json("company", name);
      case "POST /api/clients/{id}/merge" -> Api.json("from", anotherClientLike(subject));
      case "POST /api/calls" -> Samples.call("officerId", subject);
      case "POST /api/calls/batch" -> batchOf(subject);
      case "PUT /api/calls/{id}" -> Samples.call();
      case "POST /api/follow-ups" -> Samples.followUp(visibleClient(actor), "officerId", subject);
      case "PATCH /api/follow-ups/{id}" -> Api.json("note", name);
      case "PATCH /api/calls/{id}" -> Api.json("comment", name);
      case "PUT /api/targets/officers/{id}", "PUT /api/targets/regions/{id}" -> TARGET;
      case "POST /api/admin/analytics/verify", "POST /api/admin/analytics/rebuild" ->
          Api.json("from", "2001-01-01", "to", "2001-01-02");
      default -> throw new AssertionError("Say here with what body one asks: " + cell.operation());
    };
  }

  private static String visibleClient(@Nullable Account actor) {
    return actor == null
        ? UUID.randomUUID().toString()
        : actor.api().post("/api/clients", Samples.client()).expect(201).id();
  }

  private static Map<String, @Nullable Object> batchOf(String officer) {
    Instant now = Instant.now();
    var call =
        Samples.call("id", Samples.callId(now), "startedAt", now.toString(), "officerId", officer);
    return Api.json("calls", List.of(call));
  }

  private static Map<String, @Nullable Object> newOfficer(String name) {
    String email = Accounts.unique() + "@calllog.example";
    return Api.json("name", name, "email", email, "password", Accounts.PASSWORD);
  }

  private Map<String, @Nullable Object> placed(Cell cell, Map<String, @Nullable Object> body) {
    if (!cell.isOwn()) {
      body.put("region", subjects.world().region(Subjects.place(cell)));
    }
    return body;
  }

  private String anotherClientLike(String client) {
    String path = "/api/clients/" + client;
    var another =
        Api.json(
            "name",
            "Test " + Accounts.unique(),
            "region",
            asAdmin(path, "/region"),
            "ownerId",
            asAdmin(path, "/ownerId"));
    return subjects.world().admin().post("/api/clients", another).expect(201).id();
  }

  private String asAdmin(String path, String pointer) {
    return subjects.world().admin().get(path).expect(200).text(pointer);
  }

  /** The token of another session of the actor. */
  private String another(@Nullable Account actor) {
    return actor == null || actor.email().isEmpty()
        ? "nobody's"
        : accounts.signIn(actor.email(), actor.password()).refreshToken();
  }

  private Account visitor() {
    if (visitor == null) {
      visitor = accounts.officer("unassigned");
      refreshToken = visitor.refreshToken();
    }
    return Objects.requireNonNull(visitor);
  }

  /** An import of an administrator. */
  private String finishedImport() {
    return Imports.send(subjects.world().admin(), "clients", "name").expect(202).id();
  }

  private String refreshToken() {
    visitor();
    return refreshToken;
  }
}
