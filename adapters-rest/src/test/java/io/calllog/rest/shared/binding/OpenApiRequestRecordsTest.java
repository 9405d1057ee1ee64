package io.calllog.rest.shared.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.RestOnFakes;
import io.calllog.rest.shared.binding.RecordFields.Field;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document describes the same requests as the records that they are bound to. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiRequestRecordsTest {

  private final OpenApiDocument document;
  private final RequestMappingHandlerMapping mappings;

  OpenApiRequestRecordsTest(
      Api api, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.document = new OpenApiDocument(api);
    this.mappings = mappings;
  }

  /**
   * A property of a body, or a query parameter.
   *
   * @param values the values of an enumeration; empty for other types
   */
  private record Property(boolean required, boolean nullable, List<String> values) {}

  @Test
  void bodies_have_the_properties_of_their_records() {
    Map<String, Map<String, Property>> expected = new TreeMap<>();
    handlers()
        .forEach((name, handler) ->
            parameters(handler, RequestBody.class)
                .forEach(body -> expected.put(name, properties(body))));
    Map<String, Map<String, Property>> described = new TreeMap<>();
    for (var operation : document.operations()) {
      if (document.requestType(operation.json()).isPresent()) {
        described.put(operation.name(), describedBody(operation.json()));
      }
    }

    assertThat(described).hasSizeGreaterThan(10).isEqualTo(expected);
  }

  @Test
  void read_only_properties_are_those_of_the_response_that_is_edited() {
    Map<String, Set<String>> expected = new TreeMap<>();
    handlers()
        .forEach((name, handler) ->
            parameters(handler, EditedFrom.class)
                .forEach(body -> expected.put(name, readOnly(body))));
    Map<String, Set<String>> described = new TreeMap<>();
    for (var operation : document.operations()) {
      Set<String> names = document.readOnlyProperties(operation.json());
      if (!names.isEmpty()) {
        described.put(operation.name(), names);
      }
    }

    assertThat(described).hasSize(10).isEqualTo(expected);
  }

  private static Set<String> readOnly(MethodParameter body) {
    var edited = Objects.requireNonNull(body.getParameterAnnotation(EditedFrom.class));
    Set<String> names = new TreeSet<>(RecordFields.propertiesOf(edited.value()));
    names.removeAll(properties(body).keySet());
    return names;
  }

  @Test
  void query_parameters_are_those_of_their_records() {
    Map<String, Map<String, Property>> expected = new TreeMap<>();
    handlers()
        .forEach((name, handler) ->
            parameters(handler, QueryParameters.class)
                .forEach(query -> expected.put(name, parameters(query))));
    Map<String, Map<String, Property>> described = new TreeMap<>();
    for (var operation : document.operations()) {
      Map<String, Property> parameters = describedParameters(operation.json());
      if (!parameters.isEmpty()) {
        described.put(operation.name(), parameters);
      }
    }

    assertThat(described).hasSizeGreaterThan(10).isEqualTo(expected);
  }

  private Map<String, HandlerMethod> handlers() {
    Map<String, HandlerMethod> handlers = new TreeMap<>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          for (String path : mapping.getPatternValues()) {
            if (isDescribed(path, mapping)) {
              mapping
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(method -> handlers.put(method + " " + path, handler));
            }
          }
        });
    return handlers;
  }

  /** Files that {@code Accept} asks for are described under the path with their extension. */
  private static boolean isDescribed(String path, RequestMappingInfo mapping) {
    var types = mapping.getProducesCondition().getProducibleMediaTypes();
    return path.contains(".")
        || types.isEmpty()
        || types.stream().anyMatch(MediaType.APPLICATION_JSON::includes);
  }

  private static Stream<MethodParameter> parameters(
      HandlerMethod handler, Class<? extends Annotation> annotation) {
    return Stream.of(handler.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(annotation));
  }

  private static Map<String, Property> properties(MethodParameter body) {
    boolean patch = body.getParameterType() == Patch.class;
    Class<?> type =
        patch
            ? ResolvableType.forMethodParameter(body).getGeneric(0).toClass()
            : body.getParameterType();
    Map<String, Property> properties = new TreeMap<>();
    for (Field field : RecordFields.of(type).fields()) {
      boolean required = field.required() && !patch;
      properties.put(field.name(), new Property(required, field.optional(), values(field)));
    }
    return properties;
  }

  private static Map<String, Property> parameters(MethodParameter query) {
    Map<String, Property> parameters = new TreeMap<>();
    for (Field field : RecordFields.of(query.getParameterType()).fields()) {
      parameters.put(field.name(), new Property(field.required(), false, values(field)));
    }
    return parameters;
  }

  private static List<String> values(Field field) {
    return field.type().isEnum() ? FieldTypes.values(field.type()) : List.of();
  }

  private Map<String, Property> describedBody(JsonNode operation) {
    List<String> required = new ArrayList<>();
    document
        .requestSchema(operation)
        .path("required")
        .forEach(name -> required.add(name.asString()));
    Map<String, Property> properties = new TreeMap<>();
    document
        .requestProperties(operation)
        .forEachEntry((name, schema) -> {
          JsonNode value = schema.has("items") ? document.resolved(schema.path("items")) : schema;
          properties.put(
              name,
              new Property(
                  required.contains(name),
                  schema.path("type").toString().contains("null"),
                  describedValues(value)));
        });
    return properties;
  }

  private Map<String, Property> describedParameters(JsonNode operation) {
    Map<String, Property> parameters = new TreeMap<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asString().equals("query")) {
        JsonNode schema = parameter.path("schema");
        JsonNode value = schema.has("items") ? schema.path("items") : schema;
        parameters.put(
            parameter.path("name").asString(),
            new Property(
                parameter.path("required").asBoolean(false),
                false,
                describedValues(document.resolved(value))));
      }
    }
    return parameters;
  }

  private static List<String> describedValues(JsonNode schema) {
    List<String> values = new ArrayList<>();
    schema.path("enum").forEach(value -> values.add(value.asString()));
    return values;
  }
}
