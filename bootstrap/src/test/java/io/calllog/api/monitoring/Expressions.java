package io.calllog.api.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files in deploy/ for Prometheus and Grafana. */
final class Expressions {

  private static final Path DIRECTORY = Path.of("../deploy");

  private Expressions() {}

  /** The rules of the alerts. */
  static JsonNode alerts() {
    return yaml("prometheus/alerts.yaml").at("/groups/0/rules");
  }

  /** The tests of the alerts. */
  static JsonNode alertTests() {
    return yaml("prometheus/alerts-test.yaml").path("tests");
  }

  /** The expressions of the alerts by their name. */
  static Map<String, String> ofAlerts() {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (JsonNode alert : alerts()) {
      expressions.put(alert.path("alert").asString(), alert.path("expr").asString());
    }
    return expressions;
  }

  /** The expressions of the panels of the dashboard by their title. */
  static Map<String, List<String>> ofDashboard() {
    JsonNode dashboard = JsonMapper.shared().readTree(read("grafana/calllog.json"));
    Map<String, List<String>> expressions = new LinkedHashMap<>();
    for (JsonNode panel : dashboard.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        expressions
            .computeIfAbsent(panel.path("title").asString(), _ -> new ArrayList<>())
            .add(target.path("expr").asString());
      }
    }
    return expressions;
  }

  private static JsonNode yaml(String file) {
    Object document = new Yaml().load(read(file));
    return JsonMapper.shared().valueToTree(document);
  }

  private static String read(String file) {
    try {
      return Files.readString(DIRECTORY.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
