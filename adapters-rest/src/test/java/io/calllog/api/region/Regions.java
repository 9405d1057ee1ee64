package io.calllog.api.region;

import io.calllog.api.Api;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Requests about regions for tests. */
final class Regions {

  static final String PATH = "/api/regions";

  private Regions() {}

  /** The path of a region that the reader sees. */
  static String at(Api reader, String path) {
    return PATH + "/" + id(reader, path);
  }

  /** The id of a region that the reader sees. */
  static String id(Api reader, String path) {
    String above = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    return (path.isEmpty() ? reader.items(PATH + "?limit=200") : items(reader, above))
        .stream()
            .filter(region -> region.at("/path").asString().equals(path))
            .map(region -> region.at("/id").asString())
            .findFirst()
            .orElseThrow();
  }

  /** The paths of the regions below another one that the reader sees. */
  static List<String> below(Api reader, String path) {
    return items(reader, path).stream().map(region -> region.at("/path").asString()).toList();
  }

  private static List<JsonNode> items(Api reader, String path) {
    return reader.items(PATH + "?limit=200&below=" + path);
  }
}
