package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.rest.shared.binding.FieldType.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties of a JSON object, including repeated ones. An object in it is a {@code
 * JsonSource}, an array is a {@code List}, any other value a {@code JsonNode}.
 */
final class JsonSource implements RecordBinder.Source {

  private final Map<String, List<@Nullable Object>> properties = new LinkedHashMap<>();

  private JsonSource() {}

  /**
   * Reads a document that consists of one JSON object.
   *
   * @throws tools.jackson.core.JacksonException if the text is not JSON
   * @throws InvalidInput if the text is JSON, but not an object
   */
  static JsonSource read(JsonMapper mapper, String json) {
    try (JsonParser parser = mapper.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        parser.readValueAsTree();
        throw new InvalidInput("", "wrong-type", "must be a JSON object");
      }
      JsonSource source = object(parser);
      if (parser.nextToken() != null) {
        throw new InvalidInput("", "malformed-json", "must contain only one JSON object");
      }
      return source;
    }
  }

  private static JsonSource object(JsonParser parser) {
    var object = new JsonSource();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      object.properties.computeIfAbsent(name, _ -> new ArrayList<>()).add(value(parser));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NULL -> null;
      default -> parser.<JsonNode>readValueAsTree();
    };
  }

  @Override
  public Set<String> names() {
    return properties.keySet();
  }

  @Override
  public List<@Nullable Object> values(String name) {
    return properties.getOrDefault(name, List.of());
  }

  /** Escapes the name as RFC 6901 (JSON Pointer) requires. */
  @Override
  public String path(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public Object read(Object raw, Kind kind, String name) {
    if (raw instanceof JsonNode node) {
      if (kind == Kind.TEXT && node.isString()) {
        return node.stringValue();
      }
      if (kind == Kind.BOOLEAN && node.isBoolean()) {
        return node.booleanValue();
      }
      if (kind == Kind.INTEGER && node.isIntegralNumber()) {
        return integer(node, name);
      }
    }
    throw new InvalidInput(List.of(kind.violation(name)));
  }

  private static int integer(JsonNode node, String name) {
    if (!node.canConvertToInt()) {
      throw new InvalidInput(name, "out-of-range", "is out of range");
    }
    return node.intValue();
  }
}
