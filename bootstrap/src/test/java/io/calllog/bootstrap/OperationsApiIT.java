package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trace ids, the documentation of the API, and addresses that the port of the API does not have.
 */
@ApiTest
class OperationsApiIT {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final Api api;
  private final Accounts accounts;

  OperationsApiIT(Api api, Accounts accounts) {
    this.api = api;
    this.accounts = accounts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v3/api-docs", "/swagger-ui/index.html"})
  void public_resources_support_head_without_a_token(String path) {
    api.send("HEAD", path, null, null).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/api/calls", "/api/auth/login"})
  void other_resources_require_a_token_for_head(String path) {
    api.send("HEAD", path, null, null).expect(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/info",
        "/actuator/prometheus",
        "/actuator/env"
      })
  void no_actuator_endpoint_is_on_the_port_of_the_api(String path) {
    api.get(path).expect(401);
    accounts.admin().api().get(path).expectProblem(404, "not-found");
  }

  @Test
  void an_error_of_the_security_filters_has_the_trace_id_of_the_request() {
    var refusal = api.with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
    assertThat(refusal.get("/api/officers").expect(401).text("/traceId")).isEqualTo(TRACE);
  }

  @Test
  void an_error_has_the_trace_id_of_the_request() {
    var failing =
        accounts.admin().api().with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-00");
    assertThat(failing.get("/api/officers/none").expect(400).text("/traceId")).isEqualTo(TRACE);
  }

  @Test
  void a_request_without_a_trace_gets_a_new_trace_id() {
    String one = api.get("/api/officers").expect(401).text("/traceId");
    String other = api.get("/api/officers").expect(401).text("/traceId");
    assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(other);
  }

  @Test
  void the_documentation_is_public() {
    assertThat(api.get("/v3/api-docs").expect(200).text("/openapi")).startsWith("3.1");
    URI redirect = URI.create(api.get("/swagger-ui.html").expect(302).header("Location"));
    assertThat(URI.create("/swagger-ui.html").resolve(redirect)).hasPath("/swagger-ui/index.html");
    assertThat(api.get("/swagger-ui/index.html").expect(200).body()).contains("<html");
    api.get("/swagger-ui/swagger-ui-bundle.js").expect(200);
  }
}
