package io.calllog.api.monitoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import io.calllog.api.monitoring.PromQl.Matcher;
import io.calllog.api.monitoring.PromQl.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The dashboard, the alerts and docs/monitoring.md name metrics and labels that a node has after
 * some traffic.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MetricsApiIT {

  /** Labels and a metric that Prometheus adds. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "up");

  private OwnApplication application;
  private Scrape scrape = new Scrape(Map.of());
  private final List<DocumentedMetric> documented = DocumentedMetric.all();

  @BeforeAll
  void start_and_send_requests() {
    Services services = Services.running();
    String jdbcUrl = services.createDatabase("metrics");
    String[] admin = OwnApplication.firstAdmin();
    // The database is no replica of itself, so nothing is read from it as a replica. But the
    // metrics of a replica exist.
    String replica = "calllog.replica.url=" + jdbcUrl;
    application =
        OwnApplication.start(
            OwnApplication.settings(services, jdbcUrl, replica, admin[0], admin[1]));
    sendRequests();
    System.gc(); // some metrics of the JVM begin with its first collection
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          scrape = scrape();
          return scrape
                  .values("calllog_job_last_success_timestamp_seconds", "task")
                  .contains("figures-verification")
              && !scrape.of("jvm_memory_usage_after_gc").isEmpty();
        });
  }

  private void sendRequests() {
    Account admin = new Accounts(application.api()).admin();
    Api api = admin.api();
    api.post("/api/calls", call("1")).expect(201);
    api.post("/api/calls/batch", Map.of("calls", List.of(call("2"), call("3")))).expect(200);
    String id = api.get("/api/calls").expect(200).text("/items/0/id");
    api.get("/api/calls/" + id).expect(200);
    api.get("/api/calls/" + Samples.callId(Instant.now())).expect(404);
    api.get("/api/analytics/summary").expect(200);
    api.get("/nothing/1").expect(404);
    api.get("/nothing/2").expect(404);
    application.api().get("/api/calls").expect(401);
    application.api().get("/nothing/3").expect(401);
  }

  private static Map<String, @Nullable Object> call(String externalId) {
    return Samples.call("startedAt", Instant.now().toString(), "externalId", externalId);
  }

  private Scrape scrape() {
    return Scrape.parse(application.management().get("/actuator/prometheus").expect(200).body());
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @Test
  void the_dashboard_uses_metrics_that_exist() {
    Expressions.ofDashboard()
        .forEach((panel, expressions) ->
            expressions.forEach(expression -> assertExists(panel, expression)));
  }

  @Test
  void the_alerts_use_metrics_that_exist() {
    Expressions.ofAlerts().forEach(this::assertExists);
  }

  @Test
  void the_document_has_all_metrics_of_the_application_with_their_labels() {
    Set<String> expected = new TreeSet<>();
    for (DocumentedMetric metric : documented) {
      for (String name : metric.seriesNames()) {
        assertThat(scrape.series()).containsKey(name);
        Set<String> labels = scrape.labels(name);
        labels.remove("le");
        if (name.startsWith("calllog_")) {
          expected.add(name);
          assertThat(metric.labels().keySet()).as(name).isEqualTo(labels);
        } else {
          assertThat(labels).as(name).containsAll(metric.labels().keySet());
        }
        metric
            .labels()
            .forEach((label, values) -> {
              if (name.startsWith("calllog_") && !values.isEmpty()) {
                assertThat(values).as(name).containsAll(scrape.values(name, label));
              }
            });
      }
    }
    assertThat(scrape.series().keySet().stream().filter(name -> name.startsWith("calllog_")))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void routes_are_templates_and_all_unknown_paths_share_a_label() {
    assertThat(scrape.values("http_server_requests_seconds_count", "uri"))
        .contains("/api/calls/{id}", "NOT_FOUND", "UNKNOWN")
        .noneMatch(uri -> uri.matches(".*[0-9].*"));
    assertThat(scrape.of("http_server_requests_seconds_count"))
        .filteredOn(labels -> Set.of("NOT_FOUND", "UNKNOWN").contains(uri(labels)))
        .hasSize(2);
  }

  @Test
  void a_route_with_a_method_and_a_status_has_few_series() {
    long series =
        scrape.series().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("http_server_requests"))
            .flatMap(entry -> entry.getValue().stream())
            .filter(labels -> uri(labels).equals("/api/analytics/summary"))
            .count();
    assertThat(series).isLessThanOrEqualTo(15);
  }

  private static String uri(Map<String, String> labels) {
    return labels.getOrDefault("uri", "");
  }

  @Test
  void meters_have_the_values_of_the_traffic() {
    var body = application.management().get("/actuator/prometheus").expect(200).body();
    assertThat(body.lines())
        .contains(
            "calllog_calls_logged_total 3.0",
            "calllog_calls_per_batch_sum 2.0",
            "calllog_calls_per_transaction_count 2",
            "calllog_figures_wrong_days 0.0",
            "calllog_partitions_ahead_months{table=\"calls\"} 24.0");
  }

  private void assertExists(String where, String expression) {
    PromQl parsed = PromQl.parse(expression);
    assertThat(parsed.selectors()).as(where).isNotEmpty();
    for (Selector selector : parsed.selectors()) {
      if (!OF_PROMETHEUS.contains(selector.metric())) {
        assertThat(scrape.series()).as("%s: %s", where, expression).containsKey(selector.metric());
        selector
            .matchers()
            .forEach((label, matcher) -> assertMatches(where, selector, label, matcher));
      }
    }
    Set<String> known =
        parsed.selectors().stream()
            .flatMap(selector -> scrape.labels(selector.metric()).stream())
            .collect(toSet());
    known.addAll(OF_PROMETHEUS);
    assertThat(known).as("%s: %s", where, expression).containsAll(parsed.groupings());
  }

  /** The value occurs, or the document names it. */
  private void assertMatches(String where, Selector selector, String label, Matcher matcher) {
    if (OF_PROMETHEUS.contains(label)) {
      return;
    }
    String metric = selector.metric();
    assertThat(scrape.labels(metric)).as("%s: labels of %s", where, metric).contains(label);
    Set<String> values = scrape.values(metric, label);
    documented.stream()
        .filter(row -> row.seriesNames().contains(metric))
        .forEach(row -> values.addAll(row.labels().getOrDefault(label, List.of())));
    if (!matcher.excludes()) {
      assertThat(values).as("%s: %s of %s", where, label, metric).anyMatch(matcher::selects);
    }
  }
}
