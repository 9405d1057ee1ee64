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
  static List<Map<String, Object>> alerts() {
    return list(list(yaml("prometheus/alerts.yaml").get("groups")).getFirst().get("rules"));
  }

  /** The tests of the alerts. */
  static List<Map<String, Object>> alertTests() {
    return list(yaml("prometheus/alerts-test.yaml").get("tests"));
  }

  /** The expressions of the alerts by their name. */
  static Map<String, String> ofAlerts() {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (Map<String, Object> alert : alerts()) {
      expressions.put(alert.get("alert").toString(), alert.get("expr").toString());
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

  private static Map<String, Object> yaml(String file) {
    return new Yaml().load(read(file));
  }

  @SuppressWarnings("unchecked") // A list of maps in YAML; another value fails the test.
  static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }

  private static String read(String file) {
    try {
      return Files.readString(DIRECTORY.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
