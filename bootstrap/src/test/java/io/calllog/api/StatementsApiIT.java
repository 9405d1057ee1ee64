package io.calllog.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.imports.Imports;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Each request sends the number of statements in {@code statements.txt} to PostgreSQL. If a request
 * sends fewer statements, lower its number.
 */
@ApiTest
class StatementsApiIT {

  private static final String NEW_PASSWORD = "another horse battery staple";
  private static final Object TARGET = Api.json("callsPerDay", 40, "from", "2026-02-01");

  private final Api anonymous;

  /** The first one stores a file in parts. The second one needs an import that still runs. */
  private static final List<String> DEPEND_ON_A_FILE =
      List.of("POST /api/imports", "DELETE /api/imports/{id}");

  private final Accounts accounts;
  private final SentStatements statements;
  private final OpenApiDocument document;
  private final Account officer;

  StatementsApiIT(Api api, Accounts accounts, SentStatements statements) {
    this.anonymous = api.anonymous();
    this.accounts = accounts;
    this.statements = statements;
    this.document = new OpenApiDocument(api);
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @Test
  void the_table_has_a_row_for_each_operation() throws IOException {
    assertThat(table().keySet().stream().map(StatementsApiIT::withoutQuery).distinct())
        .containsExactlyInAnyOrderElementsOf(
            document.operations().stream()
                .map(OpenApiDocument.Operation::name)
                .filter(name -> !DEPEND_ON_A_FILE.contains(name))
                .toList());
  }

  @Test
  void each_request_sends_as_many_statements_as_the_table_says() throws IOException {
    var softly = new SoftAssertions();
    for (Map.Entry<String, Integer> row : table().entrySet()) {
      List<String> sent = send(row.getKey());
      softly
          .assertThat(sent.size())
          .as("%s sent:%n%s%n", row.getKey(), String.join("\n", sent))
          .isEqualTo(row.getValue());
    }
    softly.assertAll();
  }

  private List<String> send(String request) {
    String method = request.substring(0, request.indexOf(' '));
    Account actor = actor(request);
    String path =
        request.substring(request.indexOf(' ') + 1).replace("{id}", subject(request, actor));
    if (path.endsWith("/restore")) {
      actor.api().delete(path.replace("/restore", "")).expect(204);
    }
    if (path.startsWith("/api/targets") && !method.equals("PUT")) {
      actor.api().put(path, TARGET).expect(200);
    }
    JsonNode operation =
        document
            .operation(method, withoutQuery(request).replaceFirst(".* ", ""))
            .orElseThrow()
            .json();
    String type = document.requestType(operation).orElse(null);
    Object body = type == null ? null : body(withoutQuery(request), actor);
    String traceId = UUID.randomUUID().toString().replace("-", "");
    List<String> sent = statements.of(traceId);

    Answer answer =
        (isAnonymous(request) ? anonymous : actor.api())
            .with("traceparent", "00-" + traceId + "-b7ad6b7169203331-00")
            .with("Cache-Control", "no-cache")
            .send(method, path, type, body);

    assertThat(answer.status()).as(answer.request() + answer.body()).isLessThan(300);
    return sent;
  }

  /** Three more: lock the follow-up, complete it, and record that. */
  @Test
  void a_call_sends_more_statements_only_if_it_completes_a_follow_up() {
    Map<String, @Nullable Object> followUp = newFollowUp();
    officer.api().post("/api/follow-ups", followUp).expect(201);
    String traceId = UUID.randomUUID().toString().replace("-", "");
    List<String> sent = statements.of(traceId);

    officer
        .api()
        .with("traceparent", "00-" + traceId + "-b7ad6b7169203331-00")
        .post("/api/calls", Samples.call("clientId", followUp.get("clientId")))
        .expect(201);

    assertThat(sent).hasSize(6);
  }

  /** All nodes know all keys, and the poll stores when they were used. */
  @Test
  void a_key_needs_no_statement() {
    String call = officer.api().post("/api/calls", Samples.call()).expect(201).id();
    Account key = accounts.key(officer.region(), "calls:read");
    String traceId = UUID.randomUUID().toString().replace("-", "");
    List<String> sent = statements.of(traceId);

    key.api()
        .with("traceparent", "00-" + traceId + "-b7ad6b7169203331-00")
        .get("/api/calls/" + call)
        .expect(200);

    assertThat(sent).singleElement().asString().contains("FROM calls");
  }

  private static boolean isAnonymous(String request) {
    return request.matches("POST /api/auth/(register|login|refresh)");
  }

  /** An officer if officers have the permission, otherwise an administrator. */
  private Account actor(String request) {
    if (request.contains("/api/auth/")) {
      return accounts.officer(officer.region());
    }
    boolean byOfficer =
        request.matches(
                "GET /api/(calls|clients|follow-ups|analytics).*|(POST|PUT|PATCH) /api/(calls|clients|follow-ups).*")
            || request.matches("DELETE /api/(calls|follow-ups).*");
    return byOfficer && !request.matches(".*/(erase|merge|restore)") ? officer : accounts.admin();
  }

  /** The id in the path: that of a new resource, or of the session of the actor. */
  private String subject(String request, Account actor) {
    if (request.contains("/officers/")) {
      return accounts.officer(officer.region()).id();
    }
    if (request.contains("/regions/")) {
      return accounts.admin().api().post("/api/regions", newRegion()).expect(201).id();
    }
    if (request.contains("/keys/")) {
      return accounts.key(officer.region(), "calls:read").id();
    }
    if (request.contains("/clients/")) {
      return officer.api().post("/api/clients", Samples.wholeClient()).expect(201).id();
    }
    if (request.contains("/imports/")) {
      return Imports.run(accounts.admin().api(), "clients", "name", "Grace").id();
    }
    if (request.contains("/calls/")) {
      return officer.api().post("/api/calls", Samples.call()).expect(201).id();
    }
    if (request.contains("/follow-ups/")) {
      return officer.api().post("/api/follow-ups", newFollowUp()).expect(201).id();
    }
    if (request.contains("/sessions/")) {
      return actor.api().get("/api/auth/sessions").expect(200).text("/items/0/id");
    }
    return "";
  }

  private Object body(String operation, Account actor) {
    String name = "Test " + Accounts.unique();
    String email = Accounts.unique() + "@calllog.example";
    return switch (operation) {
      case "POST /api/auth/register", "POST /api/officers" ->
          Api.json("name", name, "email", email, "password", Accounts.PASSWORD);
      case "POST /api/auth/login" -> Api.json("email", actor.email(), "password", actor.password());
      case "POST /api/auth/refresh", "POST /api/auth/logout" ->
          Api.json("refreshToken", actor.refreshToken());
      case "PUT /api/auth/password" ->
          Api.json("currentPassword", actor.password(), "newPassword", NEW_PASSWORD);
      case "PUT /api/officers/{id}" -> Api.json("name", name, "email", email);
      case "PUT /api/officers/{id}/password" -> Api.json("newPassword", NEW_PASSWORD);
      case "PATCH /api/officers/{id}" -> Api.json("name", name);
      case "POST /api/officers/{id}/hand-over" -> Api.json("to", actor.id());
      case "POST /api/regions", "PATCH /api/regions/{id}" -> newRegion();
      case "POST /api/keys" ->
          Api.json("name", name, "scopes", List.of("calls:read"), "region", officer.region());
      case "PATCH /api/keys/{id}" -> Api.json("name", name);
      case "POST /api/clients", "PUT /api/clients/{id}" -> Samples.wholeClient();
      case "PATCH /api/clients/{id}" -> Api.json("company", name);
      case "POST /api/clients/{id}/merge" ->
          Api.json("from", officer.api().post("/api/clients", Samples.client()).expect(201).id());
      case "POST /api/calls" ->
          Samples.call(
              "clientId", officer.api().post("/api/clients", Samples.client()).expect(201).id());
      case "POST /api/calls/batch" -> batch();
      case "POST /api/follow-ups" -> newFollowUp();
      case "PATCH /api/follow-ups/{id}" -> Api.json("note", name);
      case "PUT /api/calls/{id}" -> Samples.call("comment", name);
      case "PATCH /api/calls/{id}" -> Api.json("comment", name);
      case "PUT /api/targets/officers/{id}", "PUT /api/targets/regions/{id}" -> TARGET;
      case "POST /api/admin/analytics/verify", "POST /api/admin/analytics/rebuild" ->
          Api.json("from", "2001-01-01", "to", "2001-01-02");
      default -> throw new AssertionError("Say here what the body is of: " + operation);
    };
  }

  /** A hundred calls, each with a client of its own. */
  private Object batch() {
    List<Object> calls = new ArrayList<>();
    Instant start = Instant.now();
    for (int i = 0; i < 100; i++) {
      String client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
      calls.add(
          Samples.call(
              "id", Samples.callId(start), "startedAt", start.toString(), "clientId", client));
    }
    return Api.json("calls", calls);
  }

  private Map<String, @Nullable Object> newFollowUp() {
    return Samples.followUp(officer.api().post("/api/clients", Samples.client()).expect(201).id());
  }

  private static Object newRegion() {
    return Api.json("path", Accounts.newRegion());
  }

  private static String withoutQuery(String request) {
    return request.replaceFirst("\\?.*", "");
  }

  /** The numbers by request, in the order of the file. */
  private static Map<String, Integer> table() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StatementsApiIT.class.getResourceAsStream("statements.txt"))) {
      Map<String, Integer> table = new LinkedHashMap<>();
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .forEach(row -> table.put(row.getFirst(), Integer.valueOf(row.getLast())));
      return table;
    }
  }
}
