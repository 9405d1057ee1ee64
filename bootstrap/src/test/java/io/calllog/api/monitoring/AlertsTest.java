package io.calllog.api.monitoring;

import static io.calllog.api.monitoring.Expressions.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The alerts in deploy/prometheus. {@code .ci/run} runs their tests with promtool. */
class AlertsTest {

  @Test
  void each_alert_fires_in_one_test_and_is_silent_in_another() {
    List<String> firing = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (Map<String, Object> test : Expressions.alertTests()) {
      for (Map<String, Object> expectation : list(test.get("alert_rule_test"))) {
        (list(expectation.get("exp_alerts")).isEmpty() ? silent : firing)
            .add(expectation.get("alertname").toString());
      }
    }
    List<String> alerts = List.copyOf(Expressions.ofAlerts().keySet());
    assertThat(firing).containsExactlyInAnyOrderElementsOf(alerts);
    assertThat(silent).containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void each_alert_says_how_severe_it_is_and_where_to_read_what_to_do() throws IOException {
    List<String> headings =
        Files.readString(DocumentedMetric.DOCUMENT)
            .lines()
            .filter(line -> line.startsWith("### CallLog"))
            .map(line -> line.substring(4))
            .toList();
    for (Map<String, Object> alert : Expressions.alerts()) {
      String name = alert.get("alert").toString();
      assertThat(alert.get("labels").toString())
          .as(name)
          .matches("\\{severity=(critical|warning)}");
      assertThat(alert.get("annotations").toString())
          .as(name)
          .contains("summary=", "description=")
          .contains("runbook=docs/monitoring.md#" + name.toLowerCase(Locale.ROOT));
    }
    assertThat(headings).containsExactlyElementsOf(Expressions.ofAlerts().keySet());
  }
}
