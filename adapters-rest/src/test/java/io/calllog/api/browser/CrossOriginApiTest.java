package io.calllog.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Requests from pages of an allowed and of other origins. */
@RestOnFakes
@TestPropertySource(properties = "calllog.cors.origins=https://app.example.com")
class CrossOriginApiTest {

  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private final Api api;
  private final Accounts accounts;

  CrossOriginApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void a_preflight_names_the_allowed_methods_and_headers() {
    Answer answer = preflight("https://app.example.com", "PATCH", "authorization, if-match");

    answer.expect(200);
    assertThat(answer.header(ALLOWED)).isEqualTo("https://app.example.com");
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("PATCH");
    assertThat(answer.header("Access-Control-Allow-Headers")).contains("if-match");
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
  }

  @Test
  void may_send_the_headers_of_tracing() {
    Answer answer =
        preflight(
            "https://app.example.com", "GET", "authorization, baggage, traceparent, tracestate");

    answer.expect(200);
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("baggage", "traceparent", "tracestate");
  }

  @Test
  void a_configured_origin_can_read_responses_and_headers() {
    Answer answer =
        accounts
            .admin()
            .api()
            .with("Origin", "https://app.example.com")
            .get("/api/auth/profile")
            .expect(200);

    assertThat(answer.header(ALLOWED)).isEqualTo("https://app.example.com");
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains(
            "ETag",
            "Location",
            "Link",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "Content-Disposition",
            "Age",
            "X-Cache",
            "Calls-Kept-Since");
    assertThat(answer.headers().allValues("Vary").toString())
        .contains("Origin", "Authorization", "Accept");
    assertThat(
            api.with("Origin", "https://app.example.com").get("/api/auth/profile").header(ALLOWED))
        .as("a refusal can be read too")
        .isEqualTo("https://app.example.com");
  }

  @Test
  void other_origins_are_refused() {
    for (String origin :
        new String[] {
          "https://app.example.com.evil.example",
          "http://app.example.com",
          "https://app.example.com:8443",
          "null"
        }) {
      Answer answer = preflight(origin, "GET", "authorization");
      answer.expectProblem(403, "origin-not-allowed");
      assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
      accounts
          .admin()
          .api()
          .anonymous()
          .with("Origin", origin)
          .send("GET", "/v3/api-docs", "text/plain", "")
          .expectProblem(403, "origin-not-allowed");
    }
    preflight("https://app.example.com", "TRACE", "authorization").expect(403);
    preflight("https://app.example.com", "GET", "x-secret").expect(403);
  }

  private Answer preflight(String origin, String method, String headers) {
    return api.with("Origin", origin)
        .with("Access-Control-Request-Method", method)
        .with("Access-Control-Request-Headers", headers)
        .send("OPTIONS", "/api/calls", "text/plain", "");
  }
}
