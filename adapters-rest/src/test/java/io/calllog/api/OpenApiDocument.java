package io.calllog.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document that the application serves. Thread-safe. */
public final class OpenApiDocument {

  /** The path of the document. */
  public static final String PATH = "/v3/api-docs";

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  private final Supplier<JsonNode> source;
  private volatile @Nullable JsonNode json;
  private volatile @Nullable List<Operation> operations;

  /** Reads the document of this application on first use. */
  public OpenApiDocument(Api api) {
    this.source = () -> api.anonymous().get(PATH).expect(200).json();
  }

  /** A document that was already read. */
  OpenApiDocument(JsonNode json) {
    this.source = () -> json;
  }

  /** The whole document. */
  public JsonNode json() {
    JsonNode read = json;
    if (read == null) {
      read = source.get();
      json = read;
    }
    return read;
  }

  /**
   * One operation.
   *
   * @param method of HTTP
   * @param path with its variables in braces
   * @param json what the document says about it
   */
  public record Operation(String method, String path, JsonNode json) {

    /** Method and path. */
    public String name() {
      return method + " " + path;
    }

    /** The path of one resource. */
    public String at(String id) {
      return path.replaceFirst("\\{[^}]*}", id);
    }
  }

  /** All operations. All references in them are resolved, except those to schemas. */
  public List<Operation> operations() {
    List<Operation> read = operations;
    if (read == null) {
      read = new ArrayList<>();
      for (Map.Entry<String, JsonNode> path : json().path("paths").properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          String name = method.getKey().toUpperCase(Locale.ROOT);
          read.add(new Operation(name, path.getKey(), inlined(method.getValue())));
        }
      }
      operations = List.copyOf(read);
    }
    return read;
  }

  private JsonNode inlined(JsonNode node) {
    String reference = node.path("$ref").asString("");
    if (!reference.isEmpty() && !reference.startsWith("#/components/schemas/")) {
      return inlined(json().at(reference.substring(1)));
    }
    JsonNode copy = node.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.propertyNames().forEach(name -> object.set(name, inlined(object.path(name))));
    } else if (copy instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, inlined(array.path(i)));
      }
    }
    return copy;
  }

  /** The operation with this method and path, if the document describes it. */
  public Optional<Operation> operation(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> matches(operation.path(), path))
        .findFirst();
  }

  private static boolean matches(String template, String path) {
    List<String> parts = new ArrayList<>();
    for (String part : VARIABLE.split(template, -1)) {
      parts.add(Pattern.quote(part));
    }
    return path.matches(String.join("[^/]+", parts));
  }

  /** The names of an operation's parameters of one kind, such as {@code query}. */
  public List<String> parameters(JsonNode operation, String in) {
    List<String> names = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asString().equals(in)) {
        names.add(parameter.path("name").asString());
      }
    }
    return names;
  }

  /** The schema of an operation's body; a missing node when it takes none. */
  public JsonNode requestSchema(JsonNode operation) {
    for (JsonNode content : operation.path("requestBody").path("content")) {
      return resolved(content.path("schema"));
    }
    return json().path("none");
  }

  /**
   * The schemas of the properties of an operation's body, except those that are read-only; none
   * when it takes no body.
   */
  public JsonNode requestProperties(JsonNode operation) {
    ObjectNode properties = JsonMapper.shared().createObjectNode();
    requestSchema(operation)
        .path("properties")
        .forEachEntry((name, schema) -> {
          if (!isReadOnly(schema)) {
            properties.set(name, resolved(schema));
          }
        });
    return properties;
  }

  /** The names of the properties of an operation's body that are ignored. */
  public Set<String> readOnlyProperties(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    requestSchema(operation)
        .path("properties")
        .forEachEntry((name, schema) -> {
          if (isReadOnly(schema)) {
            names.add(name);
          }
        });
    return names;
  }

  private static boolean isReadOnly(JsonNode schema) {
    return schema.path("readOnly").asBoolean(false);
  }

  /** The preferred media type of a body in JSON; empty when the operation takes none. */
  public Optional<String> requestType(JsonNode operation) {
    return operation.path("requestBody").path("content").propertyNames().stream()
        .filter(type -> type.endsWith("json"))
        .findFirst();
  }

  /** The schema that a schema refers to, or the schema itself. */
  public JsonNode resolved(JsonNode schema) {
    if (schema.has("anyOf")) { // of a schema and null
      ObjectNode nullable = resolved(schema.at("/anyOf/0")).deepCopy().asObject();
      String type = nullable.path("type").asString();
      nullable.putArray("type").add(type).add("null");
      return nullable;
    }
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : json().at(reference.substring(1));
  }
}
