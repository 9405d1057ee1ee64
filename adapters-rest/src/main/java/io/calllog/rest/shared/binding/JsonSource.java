package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
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

/** The properties of a JSON object, those that stand there twice included. */
final class JsonSource implements RecordBinder.Source {

  private final Map<String, List<@Nullable Object>> properties;

  private JsonSource(Map<String, List<@Nullable Object>> properties) {
    this.properties = properties;
  }

  /**
   * Reads one JSON object and nothing after it.
   *
   * @throws tools.jackson.core.JacksonException when the text is no JSON
   * @throws InvalidInput when it is JSON, but no object
   */
  static JsonSource read(JsonMapper mapper, String json) {
    Map<String, List<@Nullable Object>> properties = new LinkedHashMap<>();
    try (JsonParser parser = mapper.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        parser.readValueAsTree();
        throw new InvalidInput("", "wrong-type", "must be a JSON object");
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        JsonNode value = parser.readValueAsTree();
        properties.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.isNull() ? null : value);
      }
      if (parser.nextToken() != null) {
        throw new InvalidInput("", "malformed-json", "must be one JSON object and nothing else");
      }
    }
    return new JsonSource(properties);
  }

  @Override
  public Set<String> names() {
    return properties.keySet();
  }

  @Override
  public List<@Nullable Object> values(String name) {
    return properties.getOrDefault(name, List.of());
  }

  @Override
  public Object read(Object raw, FieldType.Kind kind, String name) {
    JsonNode node = (JsonNode) raw;
    return switch (kind) {
      case TEXT -> {
        require(node.isString(), kind, name);
        yield node.stringValue();
      }
      case BOOLEAN -> {
        require(node.isBoolean(), kind, name);
        yield node.booleanValue();
      }
      case INTEGER -> {
        require(node.isIntegralNumber(), kind, name);
        if (!node.canConvertToInt()) {
          throw new InvalidInput(name, "out-of-range", "is out of range");
        }
        yield node.intValue();
      }
    };
  }

  private static void require(boolean right, FieldType.Kind kind, String name) {
    if (!right) {
      throw new InvalidInput(List.of(kind.violation(name)));
    }
  }
}
