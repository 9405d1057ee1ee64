package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and explorers find beside the API proper. */
@ApiTest
class OperationsApiIT {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final Api api;
  private final Accounts accounts;

  OperationsApiIT(Api api, Accounts accounts) {
    this.api = api;
    this.accounts = accounts;
  }

  @Test
  void health_is_told_to_everybody_without_details() {
    var health = api.get("/actuator/health").expect(200);
    assertThat(health.text("/status")).isEqualTo("UP");
    assertThat(health.body()).doesNotContain("components").doesNotContain("details");
    assertThat(health.json().propertyNames()).containsExactly("status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/v3/api-docs", "/swagger-ui/index.html"})
  void who_asks_for_the_head_only_needs_no_token_either(String path) {
    api.send("HEAD", path, null, null).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/metrics", "/api/calls", "/api/auth/login"})
  void who_asks_for_the_head_of_anything_else_does(String path) {
    api.send("HEAD", path, null, null).expect(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/info",
        "/actuator/env",
        "/actuator/metrics",
        "/actuator/health/liveness"
      })
  void nothing_else_of_the_actuator_is_there(String path) {
    api.get(path).expect(401);
    accounts.admin().api().get(path).expectProblem(404, "not-found");
  }

  @Test
  void a_refusal_by_the_security_filters_carries_the_trace_of_its_caller() {
    var refusal = api.with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
    assertThat(refusal.get("/api/officers").expect(401).text("/traceId")).isEqualTo(TRACE);
  }

  @Test
  void a_failure_carries_the_trace_of_its_caller() {
    var failing =
        accounts.admin().api().with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-00");
    assertThat(failing.get("/api/officers/none").expect(400).text("/traceId")).isEqualTo(TRACE);
  }

  @Test
  void a_request_without_a_trace_begins_one_of_its_own() {
    String one = api.get("/api/officers").expect(401).text("/traceId");
    String other = api.get("/api/officers").expect(401).text("/traceId");
    assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(other);
  }

  @Test
  void the_api_explains_itself() {
    assertThat(api.get("/v3/api-docs").expect(200).text("/openapi")).startsWith("3.1");
    var page = api.get("/swagger-ui.html");
    assertThat(page.expect(302).header("Location")).endsWith("/swagger-ui/index.html");
    assertThat(api.get("/swagger-ui/index.html").expect(200).body()).contains("<html");
    api.get("/swagger-ui/swagger-ui-bundle.js").expect(200);
  }
}
