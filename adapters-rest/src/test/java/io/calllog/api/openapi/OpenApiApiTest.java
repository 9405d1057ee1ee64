package io.calllog.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document is complete in itself, and about all there is. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiApiTest {

  private final RequestMappingHandlerMapping mappings;
  private final Api anyone;
  private final OpenApiDocument document;

  OpenApiApiTest(
      Api api, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.anyone = api.asNobody();
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
  void is_the_same_however_it_was_asked_for_before() {
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
    Set<String> mapped = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getPackageName().startsWith("io.calllog.rest")) {
            for (String path : mapping.getPatternValues()) {
              mapping
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(method -> mapped.add(method + " " + path));
            }
          }
        });
    assertThat(mapped).contains("POST /api/calls", "PATCH /api/clients/{id}");
    assertThat(document.operations().stream().map(Operation::name))
        .containsExactlyInAnyOrderElementsOf(mapped);
  }

  /** Else springdoc would take the name of the Java method, and number those that have the same. */
  @Test
  void has_ids_of_operations_that_are_written_down() {
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"))) {
            assertThat(idOf(handler)).as("%s", handler).isNotBlank();
          }
        });
  }

  private static @Nullable String idOf(HandlerMethod handler) {
    var described = handler.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
    return described == null ? null : described.operationId();
  }

  @Test
  void says_of_each_operation_what_it_is_for() {
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
  void refers_to_all_that_is_there_and_to_nothing_else() {
    List<JsonNode> references = document.json().findValues("$ref");
    assertThat(references).isNotEmpty();
    Set<String> used = new HashSet<>();
    for (JsonNode reference : references) {
      assertThat(document.json().at(reference.asString().substring(1)).isObject())
          .as(reference.asString())
          .isTrue();
      used.add(reference.asString().replaceFirst(".*/", ""));
    }
    assertThat(document.json().path("components").path("schemas").propertyNames())
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void is_the_same_each_time() {
    String first = anyone.get(OpenApiDocument.PATH).expect(200).body();
    assertThat(anyone.get(OpenApiDocument.PATH).expect(200).body()).isEqualTo(first);
  }

  @Test
  void names_nothing_of_java() {
    assertThat(document.json().path("components").path("schemas").propertyNames())
        .allMatch(name -> name.matches("[A-Z][A-Za-z]*"))
        .contains("Problem");
    assertThat(document.json().toString())
        .doesNotContain("io.calllog", "java.", "org.springframework");
  }
}
