package io.calllog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares each exchange with the OpenAPI document. The document must describe the status, headers
 * and body of each response, and all parts of each accepted request. Thread-safe.
 */
public final class OpenApiContract implements Consumer<Exchange> {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The schemas of OpenAPI 3.1 are those of JSON Schema 2020-12. */
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final OpenApiDocument document;
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  /** The document of the application, read on first use. */
  public OpenApiContract(OpenApiDocument document) {
    this.document = document;
  }

  @Override
  public void accept(Exchange exchange) {
    Answer answer = exchange.answer();
    if (answer.status() >= 400 && !exchange.method().equals("HEAD")) {
      ProblemShape.require(answer);
    }
    document
        .operation(exchange.method(), described(exchange))
        .ifPresent(operation -> check(exchange, operation.json()));
  }

  /** A file that {@code Accept} asks for is described under the path with its extension. */
  private static String described(Exchange exchange) {
    String path = exchange.uri().getRawPath();
    String type = exchange.answer().header("Content-Type");
    String extension =
        type.startsWith("text/csv") ? ".csv" : type.contains("spreadsheetml") ? ".xlsx" : "";
    return path.endsWith(extension) ? path : path + extension;
  }

  private void check(Exchange exchange, JsonNode operation) {
    Answer answer = exchange.answer();
    String told = "%s answered %s %s".formatted(answer.request(), answer.status(), answer.body());
    JsonNode response = operation.path("responses").path(String.valueOf(answer.status()));
    assertThat(response.isMissingNode()).as("%s: a status without description", told).isFalse();
    checkHeaders(answer, response, told);
    checkBody(answer, response.path("content"), told);
    if (answer.status() < 300) {
      checkRequest(exchange, operation, told);
    }
  }

  /**
   * All headers that are described as required are there, and those that are there are described.
   */
  private static void checkHeaders(Answer answer, JsonNode response, String told) {
    for (String name : response.path("headers").propertyNames()) {
      if (response.at("/headers/" + name + "/required").booleanValue(false)) {
        assertThat(answer.header(name)).as("%s: %s", told, name).isNotEmpty();
      }
    }
    for (String name :
        List.of(
            "ETag",
            "Location",
            "Link",
            "Retry-After",
            "Age",
            "X-Cache",
            "RateLimit",
            "RateLimit-Policy")) {
      if (!answer.header(name).isEmpty()) {
        assertThat(response.path("headers").has(name)).as("%s: %s", told, name).isTrue();
      }
    }
  }

  private void checkBody(Answer answer, JsonNode content, String told) {
    if (content.isMissingNode()) {
      assertThat(answer.body()).as("%s: a body without description", told).isEmpty();
      return;
    }
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    JsonNode schema = content.path(type).path("schema");
    assertThat(schema.isMissingNode()).as("%s: type %s", told, type).isFalse();
    if (type.endsWith("json")) {
      requireValid(schema, answer.json(), told);
    }
  }

  /** Fails if a value does not match a schema, or has a property that the schema does not have. */
  public void requireValid(JsonNode schema, JsonNode value, String description) {
    assertThat(schema(schema).validate(value)).as(description).isEmpty();
  }

  private void checkRequest(Exchange exchange, JsonNode operation, String told) {
    assertThat(document.parameters(operation, "query"))
        .as("%s: parameters", told)
        .containsAll(names(exchange.uri().getRawQuery()));
    String body = exchange.body();
    if (body != null && !body.isEmpty() && document.requestType(operation).isPresent()) {
      assertThat(document.requestSchema(operation).path("properties").propertyNames())
          .as("%s: properties of the request", told)
          .containsAll(parsed(body).propertyNames());
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new AssertionError("Accepted as JSON: " + body, e);
    }
  }

  private static Set<String> names(@Nullable String query) {
    String all = query == null ? "" : query;
    return Arrays.stream(all.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> URLDecoder.decode(pair.replaceFirst("=.*", ""), StandardCharsets.UTF_8))
        .collect(Collectors.toSet());
  }

  private Schema schema(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema,
        _ -> {
          ObjectNode whole = schema.deepCopy().asObject();
          whole.set("components", closed(document.json().path("components")));
          return SCHEMAS.getSchema(whole);
        });
  }

  /** The same schemas, without additional properties. */
  private static JsonNode closed(JsonNode schemas) {
    JsonNode copy = schemas.deepCopy();
    close(copy);
    return copy;
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    node.forEach(OpenApiContract::close);
  }
}
