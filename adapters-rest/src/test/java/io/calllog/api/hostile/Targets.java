package io.calllog.api.hostile;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All operations of the OpenAPI document, each with an existing resource and an actor who may do
 * it, so that only the content of a request can make it fail.
 */
final class Targets {

  private final Accounts accounts;
  private final OpenApiDocument document;
  private final Account officer;
  private final Map<String, String> ids;

  Targets(Api api, Accounts accounts) {
    this.accounts = accounts;
    this.document = new OpenApiDocument(api);
    this.officer = accounts.officer(Accounts.newRegion());
    this.ids =
        Map.of(
            "officers", accounts.officer(officer.region()).id(),
            "regions", regionId(),
            "keys", accounts.key(officer.region(), "calls:read").id(),
            "clients", clientId(),
            "calls", officer.api().post("/api/calls", Samples.call()).expect(201).id(),
            "follow-ups", followUpId());
  }

  private String followUpId() {
    return officer.api().post("/api/follow-ups", Samples.followUp(clientId())).expect(201).id();
  }

  private String clientId() {
    return officer.api().post("/api/clients", Samples.client()).expect(201).id();
  }

  private String regionId() {
    var body = Api.json("path", Accounts.newRegion());
    return admin().api().post("/api/regions", body).expect(201).id();
  }

  /** An administrator. */
  Account admin() {
    return accounts.admin();
  }

  /** An officer that the requests do not change. */
  Account officer() {
    return officer;
  }

  List<Operation> operations() {
    return document.operations();
  }

  /** The operations with a body. */
  List<Operation> withBodies() {
    return operations().stream().filter(o -> document.requestType(o.json()).isPresent()).toList();
  }

  /** The path of a resource of this kind; none for sessions, because ending one would sign out. */
  String address(Operation operation) {
    String kind = operation.path().replaceFirst("/api/(?:auth/)?([\\w-]+).*", "$1");
    return operation.at(ids.getOrDefault(kind, "0197f000-0000-7000-8000-000000000000"));
  }

  /** Sends a body; text is sent unchanged. */
  Answer send(Operation operation, Object body) {
    String type = type(operation);
    return admin().api().send(operation.method(), address(operation), type, body);
  }

  /** The media type of the body, or JSON if the operation has none. */
  String type(Operation operation) {
    return document.requestType(operation.json()).orElse("application/json");
  }

  List<String> queryParameters(Operation operation) {
    return document.parameters(operation.json(), "query");
  }

  /** The properties that a body may have, with their schemas. */
  Map<String, JsonNode> properties(Operation operation) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    document
        .requestProperties(operation.json())
        .properties()
        .forEach(
            property -> properties.put(property.getKey(), document.resolved(property.getValue())));
    return properties;
  }

  /** The names of the properties that a body may have, but that are ignored. */
  Set<String> readOnly(Operation operation) {
    return document.readOnlyProperties(operation.json());
  }

  /** The names of the properties that accept any text. */
  List<String> texts(Operation operation) {
    return properties(operation).entrySet().stream()
        .filter(property -> property.getValue().path("type").toString().contains("string"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A valid body with the required properties. */
  Map<String, @Nullable Object> body(Operation operation) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    Map<String, JsonNode> properties = properties(operation);
    document
        .requestSchema(operation.json())
        .path("required")
        .forEach(name ->
            body.put(name.asString(), value(name.asString(), properties.get(name.asString()))));
    return body;
  }

  private static boolean isId(@Nullable JsonNode schema) {
    return schema != null && schema.path("format").asString().equals("uuid");
  }

  private Object value(String name, @Nullable JsonNode schema) {
    return switch (name) {
      case "name" -> "Test " + Accounts.unique();
      case "email" -> Accounts.unique() + "@calllog.example";
      case "password", "newPassword", "currentPassword" -> "correct horse " + Accounts.unique();
      case "refreshToken" -> Accounts.unique();
      case "scopes" -> List.of("calls:read");
      case "region" -> "";
      case "path" -> Accounts.newRegion();
      case "type" -> "OUTGOING";
      case "outcome" -> "BUSY";
      case "clientId" -> ids.getOrDefault("clients", "");
      case "dueAt" -> "2026-03-10T10:00:00Z";
      case "durationSeconds" -> 1;
      case "from" -> isId(schema) ? clientId() : "2001-01-01";
      case "to" -> isId(schema) ? officer.id() : "2001-01-02";
      case "calls" -> List.of(Samples.call("externalId", "7", "startedAt", "2026-03-10T10:00:00Z"));
      default -> throw new AssertionError("Say here what would do for " + name + ": " + schema);
    };
  }
}
