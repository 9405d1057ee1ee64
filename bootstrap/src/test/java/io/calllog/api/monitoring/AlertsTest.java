package io.calllog.api.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The alerts in deploy/prometheus. {@code .ci/run} runs their tests with promtool. */
class AlertsTest {

  @Test
  void each_alert_fires_in_one_test_and_is_silent_in_another() {
    List<String> firing = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (JsonNode test : Expressions.alertTests()) {
      for (JsonNode expectation : test.path("alert_rule_test")) {
        (expectation.path("exp_alerts").isEmpty() ? silent : firing)
            .add(expectation.path("alertname").asString());
      }
    }
    List<String> alerts = List.copyOf(Expressions.ofAlerts().keySet());
    assertThat(firing).containsExactlyInAnyOrderElementsOf(alerts);
    assertThat(silent).containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void each_alert_has_a_severity_and_a_link_to_its_instructions() throws IOException {
    List<String> headings =
        Files.readString(DocumentedMetric.DOCUMENT)
            .lines()
            .filter(line -> line.startsWith("### CallLog"))
            .map(line -> line.substring(4))
            .toList();
    for (JsonNode alert : Expressions.alerts()) {
      String name = alert.path("alert").asString();
      JsonNode annotations = alert.path("annotations");
      assertThat(alert.at("/labels/severity").asString()).as(name).isIn("critical", "warning");
      assertThat(annotations.path("summary").asString()).as(name).isNotBlank();
      assertThat(annotations.path("description").asString()).as(name).isNotBlank();
      assertThat(annotations.path("runbook").asString())
          .as(name)
          .endsWith("docs/monitoring.md#" + name.toLowerCase(Locale.ROOT));
    }
    assertThat(headings).containsExactlyElementsOf(Expressions.ofAlerts().keySet());
  }
}
