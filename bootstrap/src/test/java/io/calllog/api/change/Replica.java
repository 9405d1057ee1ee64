package io.calllog.api.change;

import io.calllog.api.Answer;
import io.calllog.api.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A copy of what one reader sees, filled from the feed of changes alone. Not thread-safe. */
final class Replica {

  /** Belong to other things, and may be older than they are. */
  private static final List<String> OF_OTHERS =
      List.of(
          "officerName",
          "clientName",
          "loggedBy",
          "officers",
          "clients",
          "calls",
          "connected",
          "lastCallAt");

  private final Api reader;
  private final Map<String, JsonNode> things = new TreeMap<>();
  private String cursor = "";
  private int startedOver;

  Replica(Api reader) {
    this.reader = reader;
  }

  /** Reads pages until there is nothing further. */
  void sync() {
    boolean more = true;
    while (more) {
      Answer page = reader.get("/api/changes?limit=500" + cursor);
      if (page.status() == 410) {
        things.clear();
        cursor = "";
        startedOver++;
      } else {
        page.expect(200).at("/items").forEach(this::apply);
        cursor = "&cursor=" + page.text("/nextCursor");
        more = page.at("/more").booleanValue();
      }
    }
  }

  private void apply(JsonNode item) {
    String key = item.at("/kind").asString() + " " + item.at("/id").asString();
    if (item.at("/change").asString().equals("saved")) {
      things.put(key, own(item.at("/value")));
    } else {
      things.remove(key);
    }
  }

  /** How often the reader had to start over. */
  int startedOver() {
    return startedOver;
  }

  Map<String, JsonNode> things() {
    return things;
  }

  /** What the reader's lists show now. */
  Map<String, JsonNode> listed() {
    Map<String, JsonNode> listed = new TreeMap<>();
    for (String kind : List.of("region", "officer", "client", "call")) {
      reader
          .items("/api/" + kind + "s?limit=100")
          .forEach(item -> listed.put(kind + " " + item.at("/id").asString(), own(item)));
    }
    reader
        .items("/api/follow-ups?limit=100")
        .forEach(item -> listed.put("followUp " + item.at("/id").asString(), own(item)));
    return listed;
  }

  private static JsonNode own(JsonNode value) {
    return ((ObjectNode) value).without(OF_OTHERS);
  }
}
