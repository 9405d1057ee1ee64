package io.calllog.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** The API accepts the requests that the OpenAPI document describes. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiRequestsApiTest {

  private final OpenApiDocument document;
  private final Account admin;
  private final Map<String, String> ids;

  OpenApiRequestsApiTest(Api api, Accounts accounts) {
    this.document = new OpenApiDocument(api);
    this.admin = accounts.admin();
    for (String example : List.of("EMEA/UK/London", "EMEA/IE")) {
      accounts.region(example);
    }
    Account officer = accounts.officer(Accounts.newRegion());
    var region = Api.json("path", Accounts.newRegion());
    this.ids =
        Map.of(
            "officers", officer.id(),
            "regions", admin.api().post("/api/regions", region).expect(201).id(),
            "keys", accounts.key(Accounts.newRegion(), "calls:read").id(),
            "clients", officer.api().post("/api/clients", Samples.client()).expect(201).id(),
            "calls", officer.api().post("/api/calls", Samples.call()).expect(201).id());
  }

  @Test
  void properties_are_accepted_exactly_if_they_are_described() {
    for (Operation operation : bodies()) {
      Map<String, @Nullable Object> body = new LinkedHashMap<>();
      properties(operation).forEach(name -> body.put(name, Map.of()));
      body.put("undescribed", null);
      List<String> unknown = new ArrayList<>();
      Answer refused = send(operation, body).expect(400);
      for (JsonNode error : refused.at("/errors")) {
        if (error.path("code").asString().equals("unknown")) {
          unknown.add(error.path("pointer").asString());
        }
      }
      assertThat(unknown).as(operation.name()).containsExactly("/undescribed");
      assertThat(ProblemShape.places(refused)).as(operation.name()).hasSize(body.size());
    }
  }

  @Test
  void parameters_are_accepted_exactly_if_they_are_described() {
    for (Operation operation : document.operations()) {
      if (operation.method().equals("GET")) {
        List<String> names = new ArrayList<>(document.parameters(operation.json(), "query"));
        names.remove("cursor"); // read last, because its list must be known
        String query = String.join("=%00&", names) + "=%00";
        Answer refused =
            admin
                .api()
                .get(at(operation) + "?undescribed=x" + (names.isEmpty() ? "" : "&" + query));
        List<String> expected = new ArrayList<>(List.of("?undescribed"));
        names.forEach(name -> expected.add("?" + name));
        assertThat(ProblemShape.places(refused))
            .as(operation.name())
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @Test
  void properties_are_required_exactly_if_the_document_says_so() {
    for (Operation operation : bodies()) {
      List<String> required = new ArrayList<>();
      document
          .requestSchema(operation.json())
          .path("required")
          .forEach(name -> required.add("/" + name.asString()));
      if (required.isEmpty()) {
        send(operation, Api.json()).expect(200);
      } else {
        assertThat(ProblemShape.places(send(operation, Api.json())))
            .as(operation.name())
            .containsExactlyInAnyOrderElementsOf(required);
      }
    }
  }

  @Test
  void null_is_refused_where_the_document_does_not_allow_it() {
    for (Operation operation : bodies()) {
      JsonNode properties = document.requestProperties(operation.json());
      Map<String, @Nullable Object> body = new LinkedHashMap<>();
      List<String> refused = new ArrayList<>(List.of("/undescribed"));
      for (String name : properties.propertyNames()) {
        body.put(name, null);
        if (!properties.path(name).path("type").toString().contains("null")) {
          refused.add("/" + name);
        }
      }
      body.put("undescribed", 1);
      assertThat(ProblemShape.places(send(operation, body)))
          .as(operation.name())
          .containsExactlyInAnyOrderElementsOf(refused);
    }
  }

  @Test
  void examples_are_not_refused_as_invalid() {
    for (Operation operation : bodies()) {
      JsonNode examples = operation.json().at("/requestBody/content").iterator().next();
      for (JsonNode example : examples.path("examples")) {
        assertThat(send(operation, example.path("value")).status())
            .as(operation.name())
            .isIn(200, 201, 204, 401, 409); // 401: the password or the token in the example
      }
    }
  }

  @Test
  void limits_are_kept_where_they_are_described() {
    int limits = 0;
    for (Operation operation : bodies()) {
      JsonNode properties = document.requestProperties(operation.json());
      for (String name : properties.propertyNames()) {
        for (Object beyond : beyond(properties.path(name))) {
          limits++;
          assertThat(ProblemShape.places(send(operation, Api.json(name, beyond))))
              .as("%s %s of %s", operation.name(), name, beyond)
              .contains("/" + name);
        }
      }
    }
    assertThat(limits).isGreaterThan(30);
  }

  /** Values that the schema does not allow. */
  private static List<Object> beyond(JsonNode schema) {
    List<Object> beyond = new ArrayList<>();
    if (schema.has("maxLength")) {
      beyond.add("x".repeat(schema.path("maxLength").asInt() + 1));
    }
    if (schema.has("enum")) {
      beyond.add("x");
    }
    if (schema.has("maximum")) {
      beyond.add(schema.path("maximum").asInt() + 1);
      beyond.add(schema.path("minimum").asInt() - 1);
    }
    if (schema.has("format")) {
      beyond.add("x");
    }
    return beyond;
  }

  private List<Operation> bodies() {
    return document.operations().stream()
        .filter(operation -> document.requestType(operation.json()).isPresent())
        .toList();
  }

  private List<String> properties(Operation operation) {
    return List.copyOf(document.requestProperties(operation.json()).propertyNames());
  }

  private Answer send(Operation operation, Object body) {
    String type = document.requestType(operation.json()).orElseThrow();
    return admin.api().send(operation.method(), at(operation), type, body);
  }

  private String at(Operation operation) {
    String kind = operation.path().replace("/targets", "").split("/", -1)[2];
    return operation.at(ids.getOrDefault(kind, "none"));
  }
}
