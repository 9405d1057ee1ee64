package io.calllog.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Api;
import io.calllog.api.OpenApiContract;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.SubjectType;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.rest.shared.problem.AuditedAs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document is complete, and describes exactly the operations that exist. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiApiTest {

  private final RequestMappingHandlerMapping mappings;
  private final Api anyone;
  private final OpenApiDocument document;

  OpenApiApiTest(
      Api api, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.anyone = api.anonymous();
    this.mappings = mappings;
    this.document = new OpenApiDocument(api);
  }

  @Test
  void is_of_version_three_one() {
    assertThat(document.json().path("openapi").asString()).startsWith("3.1");
    assertThat(document.json().path("info").path("title").asString()).isNotBlank();
    assertThat(document.json().path("info").path("version").asString()).isNotBlank();
  }

  @Test
  void does_not_depend_on_earlier_requests() {
    JsonNode before = anyone.get("/v3/api-docs").expect(200).json();
    for (String form : List.of("/v3/api-docs.yaml", "/v3/api-docs")) {
      String elsewhere =
          "GET %s HTTP/1.1\r\nHost: elsewhere\r\nConnection: close\r\n\r\n".formatted(form);
      assertThat(new RawHttp(anyone).send(elsewhere).expect(200).body())
          .doesNotContain("elsewhere");
    }

    assertThat(anyone.get("/v3/api-docs").expect(200).json()).isEqualTo(before);
    assertThat(before.at("/servers/0/url").asString()).isEqualTo("/");
  }

  @Test
  void describes_exactly_what_is_mapped() {
    assertThat(handlers().keySet()).contains("POST /api/calls", "PATCH /api/clients/{id}");
    assertThat(document.operations().stream().map(Operation::name))
        .containsExactlyInAnyOrderElementsOf(handlers().keySet());
  }

  /** If there is no such annotation, the audit trail does not show who was refused. */
  @Test
  void every_change_that_answers_403_names_its_audit_action() {
    List<Operation> refusing =
        document.operations().stream()
            .filter(operation -> operation.json().at("/responses/403").isObject())
            .filter(operation -> !operation.json().has("security"))
            .filter(operation -> !operation.method().equals("GET"))
            .toList();
    assertThat(refusing)
        .hasSizeGreaterThan(10)
        .allSatisfy(operation ->
            assertThat(handlers().get(operation.name()))
                .isNotNull()
                .matches(handler -> handler.hasMethodAnnotation(AuditedAs.class)));
  }

  /** The names and methods of the operations, such as {@code GET /api/calls}. */
  private Map<String, HandlerMethod> handlers() {
    Map<String, HandlerMethod> handlers = new TreeMap<>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          for (String path : mapping.getPatternValues()) {
            if (path.startsWith("/api/")) {
              mapping
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(method -> handlers.put(method + " " + path, handler));
            }
          }
        });
    return handlers;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        AuditAction.class,
        AuditOutcome.class,
        CallOutcome.class,
        CallType.class,
        ClientStatus.class,
        OfficerStatus.class,
        Role.class,
        SubjectType.class
      })
  void enumerations_have_the_values_of_the_code(Class<? extends Enum<?>> type) {
    assertThat(document.json().at("/components/schemas/" + type.getSimpleName() + "/enum"))
        .map(JsonNode::asString)
        .containsExactlyElementsOf(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }

  @Test
  void has_valid_examples_of_all_bodies() {
    var contract = new OpenApiContract(document);
    for (Operation operation : document.operations()) {
      List<JsonNode> contents = new ArrayList<>();
      operation.json().at("/requestBody/content").forEach(contents::add);
      for (JsonNode response : operation.json().path("responses")) {
        response.path("content").forEach(contents::add);
      }
      contents.removeIf(content -> content.at("/schema/format").asString("").equals("binary"));
      for (JsonNode content : contents) {
        List<JsonNode> examples = new ArrayList<>();
        content.path("examples").forEach(example -> examples.add(example.path("value")));
        if (content.has("example")) {
          examples.add(content.path("example"));
        }
        assertThat(examples).as(operation.name()).isNotEmpty();
        for (JsonNode example : examples) {
          contract.requireValid(content.path("schema"), example, operation.name());
        }
      }
    }
  }

  @Test
  void each_operation_has_a_summary() {
    Set<String> ids = new HashSet<>();
    for (Operation operation : document.operations()) {
      JsonNode json = operation.json();
      assertThat(json.path("summary").asString()).as(operation.name()).isNotBlank();
      assertThat(json.path("tags").size()).as(operation.name()).isEqualTo(1);
      String id = json.path("operationId").asString();
      assertThat(id).as("names the method of a generated client").matches("[a-z][A-Za-z]+");
      assertThat(ids.add(id)).as(id).isTrue();
      for (JsonNode parameter : json.path("parameters")) {
        assertThat(parameter.path("schema").isObject()).as("%s", parameter).isTrue();
        assertThat(parameter.path("in").asString()).isIn("path", "query", "header");
      }
      boolean hasId = operation.path().contains("{id}");
      assertThat(document.parameters(json, "path").contains("id"))
          .as(operation.name())
          .isEqualTo(hasId);
    }
  }

  @Test
  void describes_each_refusal_as_a_problem() {
    for (Operation operation : document.operations()) {
      for (Map.Entry<String, JsonNode> answer : operation.json().path("responses").properties()) {
        if (answer.getKey().charAt(0) >= '4') {
          assertThat(answer.getValue().path("content").propertyNames())
              .as(operation.name())
              .containsExactly("application/problem+json");
        }
      }
    }
  }

  @Test
  void all_references_exist_and_all_components_are_used() {
    Set<String> used = new TreeSet<>();
    for (JsonNode reference : document.json().findValues("$ref")) {
      used.add(reference.asString());
    }
    Set<String> defined = new TreeSet<>();
    document
        .json()
        .path("components")
        .forEachEntry((kind, components) -> {
          if (!kind.equals("securitySchemes")) {
            components
                .propertyNames()
                .forEach(name -> defined.add("#/components/" + kind + "/" + name));
          }
        });
    assertThat(defined).hasSizeGreaterThan(50).isEqualTo(used);
  }

  @Test
  void is_the_same_each_time() {
    String first = anyone.get(OpenApiDocument.PATH).expect(200).body();
    assertThat(anyone.get(OpenApiDocument.PATH).expect(200).body()).isEqualTo(first);
  }

  @Test
  void contains_no_names_of_java() {
    assertThat(document.json().path("components").path("schemas").propertyNames())
        .allMatch(name -> name.matches("[A-Z][A-Za-z]*"))
        .contains("Problem");
    assertThat(document.json().toString())
        .doesNotContain("io.calllog", "java.", "org.springframework");
  }
}
