package io.calllog.api.fuzz;

import io.calllog.api.Accounts;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Creates JSON values that are valid by a schema of the OpenAPI document. */
final class ValidBody {

  /** The number of regions that exist. */
  static final int REGIONS = 20;

  private final OpenApiDocument document;
  private final Actors actors;
  private final Supplier<List<String>> knownIds;

  /**
   * Creates a source of values.
   *
   * @param actors provide refresh tokens and passwords
   * @param knownIds ids of existing and deleted resources
   */
  ValidBody(OpenApiDocument document, Actors actors, Supplier<List<String>> knownIds) {
    this.document = document;
    this.actors = actors;
    this.knownIds = knownIds;
  }

  /** Names and values of some or all properties of a body. */
  List<String> properties(Random random, JsonNode operation) {
    List<String> properties = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property :
        document.requestProperties(operation).properties()) {
      if (random.nextInt(4) > 0) {
        String value = value(random, property.getKey(), property.getValue());
        boolean array = property.getValue().path("items").isObject();
        properties.add("\"" + property.getKey() + "\":" + (array ? "[" + value + "]" : value));
      }
    }
    return properties;
  }

  /** A value as JSON. For a parameter, use the text without the quotes. */
  String value(Random random, String name, JsonNode schema) {
    JsonNode resolved = document.resolved(schema);
    if (resolved.path("enum").isArray()) {
      return resolved.path("enum").path(random.nextInt(resolved.path("enum").size())).toString();
    }
    if (resolved.path("items").isObject()) {
      return value(random, name, resolved.path("items"));
    }
    String types = resolved.path("type").toString();
    if (types.contains("object") && resolved.path("properties").isObject()) {
      return resolved.path("properties").properties().stream()
          .map(each -> "\"" + each.getKey() + "\":" + value(random, each.getKey(), each.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (types.contains("integer")) {
      return String.valueOf(random.nextInt(200));
    }
    if (types.contains("boolean")) {
      return String.valueOf(random.nextBoolean());
    }
    return "\"" + text(random, name, resolved.path("format").asString("")) + "\"";
  }

  /** Returns the path of a region; it exists if the number is less than {@link #REGIONS}. */
  static String region(int number) {
    return "Fuzz/R" + number;
  }

  private String text(Random random, String name, String format) {
    return switch (format) {
      case "uuid" ->
          random.nextInt(3) == 0
              ? Samples.callId(Instant.now())
              : Nasty.one(random, knownIds.get());
      case "date-time" -> Instant.now().minusSeconds(random.nextInt(2_000_000)).toString();
      case "email" -> "u" + random.nextLong(1L << 40) + "@fuzz.example";
      case "password" ->
          name.equals("currentPassword") && random.nextBoolean()
              ? Accounts.PASSWORD
              : "correct horse " + random.nextLong(1L << 40);
      default ->
          switch (name) {
            case "phone", "number" -> "+442079460958"; // the first of the phones is the phone
            case "extension" -> String.valueOf(random.nextInt(1_000));
            case "callEvery" -> "P" + (1 + random.nextInt(90)) + "D";
            case "email" -> "u" + random.nextLong(1L << 40) + "@fuzz.example";
            case "refreshToken" -> Nasty.one(random, actors.refreshTokens());
            case "region", "leads" -> region(random.nextInt(REGIONS));
            case "path" -> region(random.nextInt(10 * REGIONS));
            default -> "Word " + random.nextInt(1_000);
          };
    };
  }
}
