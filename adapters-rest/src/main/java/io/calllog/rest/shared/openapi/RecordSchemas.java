package io.calllog.rest.shared.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.rest.shared.ItemsResponse;
import io.calllog.rest.shared.binding.FieldTypes;
import io.calllog.rest.shared.binding.RecordFields;
import io.calllog.rest.shared.binding.RecordFields.Field;
import io.calllog.rest.shared.problem.ProblemError;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/**
 * Describes our records in the OpenAPI document: requests as they are bound ({@link RecordFields},
 * {@link FieldTypes}), answers as they are written. So the document cannot say anything else than
 * what the code does.
 */
@Component
class RecordSchemas {

  private static final String OUR_PACKAGES = "io.calllog.rest.";

  private static final ResolvableType ERRORS =
      ResolvableType.forClassWithGenerics(List.class, ProblemError.class);

  private final FieldTypes types;
  private final Map<String, Schema<?>> definitions = new ConcurrentHashMap<>();

  RecordSchemas(FieldTypes types) {
    this.types = types;
  }

  /** A reference to the description of one of our records, which is made if it is not there yet. */
  Schema<?> refer(ResolvableType type) {
    Class<?> raw = type.toClass();
    String name = nameOf(type);
    if (!definitions.containsKey(name)) {
      definitions.put(name, isRequest(raw) ? request(raw) : response(type));
    }
    return reference(name);
  }

  /** A reference to the schema of Spring's {@code ProblemDetail} with our additional properties. */
  Schema<?> problem() {
    definitions.computeIfAbsent(
        "Problem",
        _ -> {
          Schema<?> schema = new ObjectSchema();
          for (String name : List.of("type", "title", "detail", "instance", "code", "traceId")) {
            schema.addProperty(name, new StringSchema());
            schema.addRequiredItem(name);
          }
          schema.addProperty("status", new IntegerSchema());
          schema.addRequiredItem("status");
          return schema.addProperty("errors", value(ERRORS));
        });
    return reference("Problem");
  }

  /** All descriptions made so far, by name. */
  Map<String, Schema<?>> definitions() {
    return Map.copyOf(definitions);
  }

  /** How one field of a request is described, be it in a body or among query parameters. */
  Schema<?> field(Field field) {
    Schema<?> schema = types.find(field.type()).orElseThrow().schema().get();
    return switch (field.shape()) {
      case SET -> new ArraySchema().items(schema);
      case ONE, CHANGE -> schema;
    };
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }

  private Schema<?> request(Class<?> raw) {
    Schema<?> schema = new ObjectSchema();
    for (Field field : RecordFields.of(raw).fields()) {
      Schema<?> property = field(field);
      schema.addProperty(field.name(), field.optional() ? nullable(property) : property);
      if (field.required()) {
        schema.addRequiredItem(field.name());
      }
    }
    schema.setAdditionalProperties(false);
    return schema;
  }

  private Schema<?> response(ResolvableType type) {
    Schema<?> schema = new ObjectSchema();
    for (RecordComponent component : type.toClass().getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        Schema<?> unwrapped = response(ResolvableType.forClass(component.getType()));
        unwrapped.getProperties().forEach(schema::addProperty);
        unwrapped.getRequired().forEach(schema::addRequiredItem);
        continue;
      }
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean leftOut =
          component.getAccessor().isAnnotationPresent(JsonInclude.class)
              || (optional && type.toClass().isAnnotationPresent(JsonInclude.class));
      Schema<?> property = value(ResolvableType.forType(component.getGenericType(), type));
      schema.addProperty(component.getName(), optional && !leftOut ? nullable(property) : property);
      if (!leftOut) {
        schema.addRequiredItem(component.getName());
      }
    }
    return schema;
  }

  private Schema<?> value(ResolvableType type) {
    Class<?> raw = type.toClass();
    if (List.class.isAssignableFrom(raw)) {
      return new ArraySchema().items(value(type.getGeneric(0)));
    }
    if (raw == int.class || raw == Integer.class) {
      return new IntegerSchema();
    }
    if (raw == long.class || raw == Long.class) {
      return new IntegerSchema().format("int64");
    }
    if (raw == boolean.class) {
      return new BooleanSchema();
    }
    if (raw == BigDecimal.class) {
      return new NumberSchema();
    }
    if (raw == YearMonth.class) {
      return new StringSchema().pattern("^[0-9]{4}-[0-9]{2}$");
    }
    if (raw.isRecord() && raw.getPackageName().startsWith(OUR_PACKAGES)) {
      return refer(type);
    }
    return types
        .find(raw)
        .orElseThrow(() -> new IllegalStateException("No schema for " + type))
        .schema()
        .get();
  }

  private static Schema<?> nullable(Schema<?> schema) {
    if (schema.get$ref() != null) {
      Schema<?> nothing = new Schema<>();
      nothing.setTypes(Set.of("null"));
      return new Schema<>().anyOf(List.of(schema, nothing));
    }
    Set<String> kinds = new LinkedHashSet<>(schema.getTypes());
    kinds.add("null");
    schema.setTypes(kinds);
    if (schema.getEnum() != null) {
      schema.addEnumItemObject(null);
    }
    return schema;
  }

  private static boolean isRequest(Class<?> type) {
    return type.getSimpleName().endsWith("Request");
  }

  /** {@code CallResponse} is a {@code Call}, a page of them {@code CallItems}. */
  private static String nameOf(ResolvableType type) {
    String name = type.toClass().getSimpleName().replaceFirst("Response$", "");
    return type.toClass() == ItemsResponse.class ? nameOf(type.getGeneric(0)) + name : name;
  }
}
