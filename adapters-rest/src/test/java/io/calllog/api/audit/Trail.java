package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Api;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the audit trail for tests. */
final class Trail {

  static final String PATH = "/api/audit";

  private Trail() {}

  /** The entries about a resource, newest first. */
  static List<JsonNode> of(Api reader, String subject) {
    return list(reader, "subjectId=" + subject);
  }

  /** The entries that match the filter, newest first. */
  static List<JsonNode> list(Api reader, String query) {
    return reader.get(PATH + "?" + query).expect(200).at("/items").valueStream().toList();
  }

  /** Asserts that there is one entry, with this action, outcome and actor. */
  static JsonNode only(List<JsonNode> entries, String action, String outcome) {
    List<JsonNode> matching =
        entries.stream()
            .filter(entry -> text(entry, "action").equals(action))
            .filter(entry -> text(entry, "outcome").equals(outcome))
            .toList();
    assertThat(matching).as("%s %s among %s", action, outcome, entries).hasSize(1);
    return matching.getFirst();
  }

  static String text(JsonNode entry, String field) {
    return entry.path(field).asString("");
  }

  /** Each change as {@code field: from -> to}. */
  static List<String> changes(JsonNode entry) {
    List<String> changes = new ArrayList<>();
    for (JsonNode change : entry.path("changes")) {
      changes.add(
          text(change, "field") + ": " + value(change, "from") + " -> " + value(change, "to"));
    }
    return changes;
  }

  static List<String> actions(List<JsonNode> entries) {
    return entries.stream().map(entry -> text(entry, "action")).toList();
  }

  private static String value(JsonNode change, String name) {
    JsonNode value = change.path(name);
    return value.isNull() ? "null" : value.asString();
  }
}
